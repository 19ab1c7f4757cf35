package io.github.danmuhub.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.server.RawHttp;
import io.github.danmuhub.server.RawSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a listed origin may register; no page of others may register, call, or lead a call. */
class ForeignPagesTest {
  private static final String EVIL = "Origin: https://evil.example";

  private static String register(int port, String path, String origin) throws Exception {
    try (RawSocket socket = RawSocket.upgrade(port, path, "Origin: " + origin)) {
      return socket.readUntil("\r\n").strip();
    }
  }

  private static int port(RpcHub rpc) {
    return rpc.others().get(0).port();
  }

  @Test
  void ownPagesRegisterWhereTheirOriginIsListed() throws Exception {
    try (RpcHub rpc = RpcHub.start("origins: ['" + RpcHub.ORIGIN + "']")) {
      assertThat(register(rpc.hub().port(), "/ws/rpc", RpcHub.ORIGIN)).contains(" 101 ");
      assertThat(register(rpc.hub().port(), "/ws/rpc", "https://evil.example")).contains(" 403 ");
      assertThat(register(rpc.hub().port(), "/ws/rpc", "null")).contains(" 403 ");
      assertThat(RawHttp.request(rpc.hub().port(), "POST", "/rpc/g/a", "Host: localhost", EVIL))
          .contains(" 403 ", "foreign-origin");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jsrpc, /ws?group=g",
    "sekiro, /business/register?group=g&clientId=i",
    "sekiro, /register?group=g&clientId=i",
    "sekiro, /business-demo/register?group=g&clientId=i"
  })
  void pagesOfOtherHubsRegisterWhereTheirOriginIsListedOrAllAre(String hub, String path)
      throws Exception {
    String doors = hub + ": {port: 0, origins: ['%s']}";
    try (RpcHub listed = RpcHub.start(doors.formatted(RpcHub.ORIGIN))) {
      assertThat(register(port(listed), path, RpcHub.ORIGIN)).contains(" 101 ");
      assertThat(register(port(listed), path, "https://evil.example")).contains(" 403 ");
    }
    try (RpcHub all = RpcHub.start(doors.formatted("*"))) {
      assertThat(register(port(all), path, "https://any.example")).contains(" 101 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/go?group=g&action=a",
        "/execjs?group=g&code=1",
        "/page/cookie?group=g",
        "/page/html?group=g"
      })
  void noForeignPageCallsJsRpcsByALinkAFrameOrAScript(String path) throws Exception {
    try (RpcHub rpc = RpcHub.start("eval: true", "jsrpc: {port: 0, origins: ['*']}")) {
      callsNothing(port(rpc), path);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/business/invoke?group=g&action=a",
        "/business-demo/invoke?group=g&action=a",
        "/business/groupList",
        "/business/clientQueue?group=g"
      })
  void noForeignPageCallsSekirosByALinkAFrameOrAScript(String path) throws Exception {
    try (RpcHub rpc = RpcHub.start("eval: true", "sekiro: {port: 0, origins: ['*']}")) {
      callsNothing(port(rpc), path);
    }
  }

  private static void callsNothing(int port, String path) throws Exception {
    assertThat(RawHttp.request(port, "GET", path, "Host: localhost", EVIL)).contains(" 403 ");
    assertThat(RawHttp.request(port, "POST", path, "Host: localhost", EVIL)).contains(" 4");
    String[] image = {"Host: localhost", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"};
    assertThat(RawHttp.request(port, "GET", path, image)).contains(" 403 ");
    String[] link = {"Host: localhost", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"};
    assertThat(RawHttp.request(port, "GET", path, link)).contains(" 403 ");
    String[] typed = {"Host: localhost", "Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate"};
    assertThat(RawHttp.request(port, "GET", path, typed)).doesNotContain(" 403 ");
    assertThat(RawHttp.request(port, "GET", path, "Host: rebound.example")).contains(" 403 ");
  }
}
