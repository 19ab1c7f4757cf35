package io.github.danmuhub.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.server.Hub;
import io.github.danmuhub.server.RawHttp;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of this hub, in all the forms that a Host and an Origin have. */
@TestInstance(Lifecycle.PER_CLASS)
class OriginsTest {
  private Hub hub;

  @BeforeAll
  void start() throws Exception {
    hub = Hub.start();
  }

  @AfterAll
  void stop() {
    hub.close();
  }

  private String get(String... headers) throws Exception {
    return RawHttp.request(hub.port(), "GET", "/api/rooms", headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LocalHost:7077", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:7077"})
  void thisMachineIsOursHoweverItIsWritten(String host) throws Exception {
    assertThat(get("Host: " + host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example:7077",
        "localhost.:7077",
        "192.168.1.7",
        "[::2]",
        "0.0.0.0",
        "2130706433",
        "0x7f.1",
        "localhost:7077:7077",
        "localhost evil.example",
        "[::1",
        "%6cocalhost",
      })
  void allElseIsNot(String host) throws Exception {
    assertThat(get("Host: " + host)).startsWith("HTTP/1.1 40").contains("problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "http://evil.example",
        "https://127.0.0.1",
        "http://127.0.0.1:1",
        "http://localhost",
        "http://127.0.0.1.evil.example",
        "file://",
        "",
      })
  void onlyAPageOfTheVerySameHostMayCall(String origin) throws Exception {
    assertThat(get("Host: 127.0.0.1", "Origin: " + origin))
        .startsWith("HTTP/1.1 403")
        .contains("foreign-origin");
    assertThat(get("Host: 127.0.0.1", "Origin: http://127.0.0.1")).startsWith("HTTP/1.1 200");
  }

  @Test
  void onlyAnAddressInDigitsOrLocalhostIsThisMachine() {
    assertThat(List.of("localhost", "127.0.0.1", "127.1.2.3", "::1")).allMatch(Origins::isLoopback);
    assertThat(List.of("127.evil.lan", "127.0.0.1.evil.lan", "0.0.0.0", "192.168.1.7"))
        .noneMatch(Origins::isLoopback);
  }

  @Test
  void whereOthersReachItAnAddressIsOursAndANameOnlyIfListed() throws Exception {
    Origins origins =
        new Origins(
            Hub.config("host: 0.0.0.0", "token: " + Hub.TOKEN, "allowed_hosts: [Danmu.LAN]"));
    assertThat(List.of("192.168.1.7", "[fe80::1]", "danmu.lan", "DANMU.lan", "localhost"))
        .allMatch(origins::isOurs);
    assertThat(List.of("rebound.example", "1.2.3", "192.168.1.7.evil.example"))
        .noneMatch(origins::isOurs);
  }
}
