package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.RoomSettings;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.rpc.PageClient;
import io.github.danmuhub.rpc.RpcHub;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.testing.Heard;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Douyin's socket address is signed by a page, through a real hub's {@code /rpc}. */
class SignedByAPageTest {
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final String ROOM = "douyin:80017709309";
  private static final String HELLO =
      "{\"op\":\"hello\",\"group\":\"douyin\",\"id\":\"tab\",\"actions\":[\"sign\"]}";

  private RpcHub rpc;
  private Simulator simulator;

  @BeforeEach
  void start() throws Exception {
    rpc = RpcHub.start("eval: false");
    simulator = Hosted.scripted(20, ROOM);
  }

  @AfterEach
  void stop() {
    simulator.close();
    rpc.close();
  }

  private String endpoint() {
    return rpc.hub().uri("/rpc/douyin/sign").toString();
  }

  /** As the platform's own function answers. */
  private static void sign(PageClient page, JsonNode call) {
    assertThat(call.path("args").path("X-MS-STUB").asText()).matches("[0-9a-f]{32}");
    page.send(
        "{\"op\":\"result\",\"call\":%d,\"value\":{\"X-Bogus\":\"SignedByAPage012\"}}"
            .formatted(call.path("call").asInt()));
  }

  @Test
  void theCommandGoesLiveByIt() {
    try (PageClient page = rpc.greeted(HELLO, SignedByAPageTest::sign)) {
      Run run =
          Run.danmu(
              "watch",
              ROOM,
              "-o",
              "douyin.rpc=" + endpoint(),
              "--simulator",
              simulator.uri().toString(),
              "--json",
              "--only",
              "chat",
              "--limit",
              "3");
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.lines()).hasSize(3).allMatch(line -> line.contains("\"type\":\"chat\""));
      assertThat(page.heard).as("its welcome, and one call").hasSize(2);
      assertThat(simulator.tallies().get("douyin"))
          .containsEntry("handshakes accepted", 1L)
          .doesNotContainKey("handshakes refused");
    }
  }

  @Test
  void aPageThatDiesWhileItSignsIsToldAndTheNextOneSigns() throws Exception {
    CompletableFuture<JsonNode> asked = new CompletableFuture<>();
    Heard heard = new Heard();
    try (PageClient dying = rpc.greeted(HELLO, (from, call) -> asked.complete(call));
        DanmuClient client = Hosted.client(simulator)) {
      client.listen("heard", heard);
      client.open(ROOM, RoomSettings.DEFAULT.with("rpc", endpoint()));
      asked.join();
      dying.leave();
      Connection waiting = heard.awaitState(State.WAITING, 1, LONG);
      assertThat(waiting.detail())
          .contains("the signer at douyin.rpc refuses (HTTP 502): the page has gone");
      try (PageClient back = rpc.greeted(HELLO, SignedByAPageTest::sign)) {
        heard.awaitState(State.LIVE, 1, LONG);
        assertThat(back.heard).hasSizeGreaterThan(1);
      }
    }
  }
}
