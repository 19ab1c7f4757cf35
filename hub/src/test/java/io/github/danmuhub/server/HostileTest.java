package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Bad input: a clear answer, and it costs nobody else anything. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileTest {
  private Hub hub;
  private String cursorPrefix = "";

  @BeforeAll
  void start() throws Exception {
    hub = Hub.start();
    hub.say(1, 1);
    cursorPrefix = WsClient.parse(hub.get("/api/events").body()).path("cursor").asText();
    cursorPrefix = cursorPrefix.substring(0, 17);
  }

  @AfterAll
  void stop() {
    hub.close();
  }

  private record Bad(String method, String path, String body, int status, String name) {}

  @TestFactory
  Stream<DynamicTest> badRequestsAreRefusedInWords() {
    return Stream.of(
            new Bad("GET", "/api/events?after=nonsense", "", 400, "bad-cursor"),
            new Bad(
                "GET", "/api/events?after=00112233445566aa-1", "", 410, "cursor-of-another-hub"),
            new Bad("GET", "/api/events?after=PREFIX-1", "", 400, "bad-cursor"),
            new Bad("GET", "/api/events?after=PREFIX9999999999999999999", "", 400, "bad-cursor"),
            new Bad("GET", "/api/events?after=PREFIX", "", 400, "bad-cursor"),
            new Bad("GET", "/api/events?after=", "", 400, "bad-cursor"),
            new Bad("GET", "/api/events?wait=-1s", "", 400, "bad-wait"),
            new Bad("GET", "/api/events?wait=9999999999s", "", 400, "bad-wait"),
            new Bad("GET", "/api/events?limit=-1", "", 400, "bad-limit"),
            new Bad("GET", "/api/events?after=FUTURE", "", 400, "cursor-from-the-future"),
            new Bad("GET", "/api/events/stream?after=FUTURE", "", 400, "cursor-from-the-future"),
            new Bad("GET", "/api/events?limit=0", "", 400, "bad-limit"),
            new Bad("GET", "/api/events?limit=99999", "", 400, "bad-limit"),
            new Bad("GET", "/api/events?wait=forever", "", 400, "bad-wait"),
            new Bad("GET", "/api/events?room=what", "", 400, "bad-room"),
            new Bad("GET", "/api/events?type=nothing", "", 400, "bad-type"),
            new Bad("POST", "/api/rooms", "", 400, "bad-message"),
            new Bad("POST", "/api/rooms", "{\"room\":", 400, "bad-body"),
            new Bad("POST", "/api/rooms", "[]", 400, "bad-message"),
            new Bad("POST", "/api/rooms", "{\"room\":7}", 400, "bad-message"),
            new Bad("POST", "/api/rooms", "{\"room\":\"x:1\"}", 422, "bad-room"),
            new Bad("POST", "/api/rooms", "[".repeat(1_000), 400, "bad-body"),
            new Bad("POST", "/api/rooms", "x".repeat(100_000), 413, "too-large"),
            new Bad("DELETE", "/api/rooms/bilibili:404", "", 404, "no-such-room"),
            new Bad("PUT", "/api/rooms", "", 405, "method"),
            new Bad("GET", "/nowhere", "", 404, "not-found"),
            new Bad("GET", "/ws", "", 426, "websocket-only"))
        .map(bad -> DynamicTest.dynamicTest(bad.name() + " " + bad.path(), () -> check(bad)));
  }

  private void check(Bad bad) throws Exception {
    String path =
        bad.path().replace("FUTURE", cursorPrefix + "999999").replace("PREFIX", cursorPrefix);
    var answer = hub.send(bad.method(), path, bad.body());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(bad.status());
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(WsClient.parse(answer.body()).path("type").asText()).endsWith(":" + bad.name());
    assertThat(WsClient.parse(answer.body()).path("detail").asText()).isNotBlank();
    assertThat(WsClient.parse(answer.body()).path("told").path(0).asText())
        .as("said in other languages too")
        .isNotBlank()
        .isNotEqualTo("problem.other");
  }

  @Test
  void headersAndAddressesThatAreTooLargeAreRefusedInWords() throws Exception {
    String large = "x".repeat(20_000);
    assertThat(
            RawHttp.request(hub.port(), "GET", "/healthz", "Host: localhost", "X-Large: " + large))
        .contains(" 431 ")
        .contains("problem+json");
    assertThat(RawHttp.request(hub.port(), "GET", "/" + large, "Host: localhost"))
        .contains(" 414 ")
        .contains("problem+json");
    assertThat(RawHttp.exchange(hub.port(), "\u0001\u0002 nonsense\r\n\r\n")).contains(" 400 ");
  }

  @Test
  void wrongMessagesAreAnsweredAndTheSocketGoesOn() {
    try (WsClient socket = hub.socket("/ws?quiet=1")) {
      socket.send("{").send("[]").send("{\"op\":\"dance\"}").send("null");
      socket.send("{\"op\":\"subscribe\",\"rooms\":7}");
      socket.send("{\"op\":\"subscribe\",\"types\":[\"nothing\"]}");
      socket.send("{\"op\":\"subscribe\",\"after\":\"00112233445566aa-1\"}");
      socket.socket().sendBinary(ByteBuffer.allocate(3), true).join();
      socket.await(() -> socket.ofType("error").size() == 8);
      assertThat(socket.ofType("error")).allMatch(error -> !error.path("why").asText().isBlank());
      socket.send("{\"op\":\"ping\"}").awaitOne("pong");
    }
  }

  @Test
  void tenThousandSubscriptionsAreRefusedInWords() {
    try (WsClient socket = hub.socket("/ws?quiet=1")) {
      for (int i = 0; i < 10_000; i++) {
        socket.send("{\"op\":\"subscribe\",\"rooms\":[\"bilibili:" + i + "\"]}");
      }
      socket.await(() -> socket.messages.size() == 10_001);
      assertThat(socket.ofType("subscribed")).hasSize(100);
      assertThat(socket.ofType("error").get(0).path("why").asText()).contains("at most 100");
    }
  }

  @Test
  void aMessageThatIsTooLargeClosesOnlyItsOwnSocket() {
    try (WsClient large = hub.socket("/ws");
        WsClient other = hub.socket("/ws")) {
      var sent = large.socket().sendText("x".repeat(200_000), true);
      large.await(() -> large.closeCode() != 0);
      assertThat(sent).isDone();
      hub.say(1, 1);
      other.awaitEvents(1);
    }
  }
}
