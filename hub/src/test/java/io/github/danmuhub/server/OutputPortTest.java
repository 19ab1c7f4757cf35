package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.config.OutputsConfig;
import io.github.danmuhub.server.policy.GuessLimit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Before the ports of other programs stands the same gate as before our own. */
@TestInstance(Lifecycle.PER_CLASS)
class OutputPortTest {
  private static final String[] UPGRADE = {
    "Host: localhost",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
  };

  private OutputHub both;
  private Hub hub;
  private int port;

  @BeforeAll
  void start() throws Exception {
    OutputsConfig outputs = new OutputsConfig(new OutputsConfig.BarrageGrab(0), null);
    both = OutputHub.start(Hub.guarded(), outputs);
    hub = both.hub();
    port = both.port();
  }

  @AfterAll
  void stop() {
    both.close();
  }

  private String open(String path, String... headers) throws Exception {
    return openFrom("127.0.0.1", path, headers);
  }

  private String openFrom(String from, String path, String... headers) throws Exception {
    String[] all = Stream.of(UPGRADE, headers).flatMap(Stream::of).toArray(String[]::new);
    return RawHttp.requestFrom(from, port, "GET", path, all);
  }

  @Test
  void itAsksForTheTokenAndKeepsForeignPagesOut() throws Exception {
    assertThat(open("/")).startsWith("HTTP/1.1 401").contains("problem:token");
    assertThat(open("/?token=" + Hub.TOKEN, "Origin: http://evil.example"))
        .startsWith("HTTP/1.1 403")
        .contains("problem:foreign-origin");
    assertThat(open("/?token=" + Hub.TOKEN, "Host: rebound.example"))
        .startsWith("HTTP/1.1 4")
        .contains("problem+json");
  }

  @Test
  void theTokenAndTheCookieOpenIt() throws Exception {
    assertOpens("/?token=" + Hub.TOKEN);
    assertOpens("/any/path", "Authorization: Bearer " + Hub.TOKEN);
    var login = hub.send("POST", "/login", "{\"token\":\"" + Hub.TOKEN + "\"}");
    String cookie = login.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    assertOpens("/", "Cookie: " + cookie);
  }

  private void assertOpens(String path, String... headers) throws Exception {
    try (RawSocket socket = RawSocket.upgrade(port, path, headers)) {
      assertThat(socket.readUntil("\r\n")).startsWith("HTTP/1.1 101");
    }
  }

  @Test
  void wrongTokensAreLimitedHereAndAtTheHubsOwnDoorsTogether() throws Exception {
    for (int i = 0; i < GuessLimit.AT_ONCE; i++) {
      openFrom("127.0.0.3", "/?token=guess" + i);
    }
    assertThat(openFrom("127.0.0.3", "/?token=" + Hub.TOKEN))
        .startsWith("HTTP/1.1 429")
        .contains("problem:too-many-guesses");
    String[] right = {"Host: localhost", "Authorization: Bearer " + Hub.TOKEN};
    assertThat(RawHttp.requestFrom("127.0.0.3", hub.port(), "GET", "/api/rooms", right))
        .startsWith("HTTP/1.1 429");
  }
}
