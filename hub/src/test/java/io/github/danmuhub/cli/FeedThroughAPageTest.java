package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.RoomSettings;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.feed.FeedPlatform;
import io.github.danmuhub.feed.FeedReader;
import io.github.danmuhub.rpc.PageClient;
import io.github.danmuhub.rpc.RpcHub;
import io.github.danmuhub.server.Hub;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.testing.Heard;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed's token comes from a page, through a real hub's {@code /rpc}. */
class FeedThroughAPageTest {
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final Path FILE =
      Path.of(System.getProperty("danmu.root", ".."), "examples", "feeds", "signed.yaml");
  private static final String HELLO =
      "{\"op\":\"hello\",\"group\":\"signed\",\"id\":\"tab\",\"actions\":[\"token\"]}";

  private RpcHub rpc;
  private Simulator site;

  @BeforeEach
  void start() throws Exception {
    rpc = RpcHub.start("eval: false");
    site = FeedCommandTest.simulator(0, FeedReader.read(FILE));
  }

  @AfterEach
  void stop() {
    site.close();
    rpc.close();
  }

  /** The page knows how its site is asked for a token: only with that is its socket opened. */
  private void token(PageClient page, JsonNode call) {
    assertThat(call.path("args").path("room").asText()).isEqualTo("lobby");
    HttpRequest request =
        HttpRequest.newBuilder(site.uri().resolve("/rpc/signed/token"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    var unused =
        Hub.HTTP
            .sendAsync(request, HttpResponse.BodyHandlers.ofString())
            .thenAccept(
                answer ->
                    page.send(
                        "{\"op\":\"result\",\"call\":%d,\"value\":%s}"
                            .formatted(call.path("call").asInt(), answer.body())));
  }

  private String setting(String name, int port) {
    return "signed." + name + "=127.0.0.1:" + port;
  }

  @Test
  void theCommandIsLetInWithWhatThePageGives() {
    try (PageClient page = rpc.greeted(HELLO, this::token)) {
      Run run =
          Run.danmu(
              "feed",
              FILE.toString(),
              "-o",
              setting("hub", rpc.hub().port()),
              "-o",
              setting("host", site.uri().getPort()),
              "--json",
              "--limit",
              "8");
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out()).contains("\"type\":\"chat\",\"platform\":\"signed\"");
      assertThat(page.heard).as("its welcome, and one call").hasSize(2);
      assertThat(site.tallies().get("signed")).containsEntry("lookups", 1L);
    }
  }

  @Test
  void aPageThatDiesInMidCallIsToldInTheHubsWordsAndTheNextOneIsAsked() throws Exception {
    CompletableFuture<JsonNode> asked = new CompletableFuture<>();
    FeedPlatform feed = FeedReader.read(FILE);
    Heard heard = new Heard();
    try (PageClient dying = rpc.greeted(HELLO, (from, call) -> asked.complete(call));
        DanmuClient client = DanmuClient.builder(feed).build()) {
      client.listen("heard", heard);
      client.open(
          "signed:lobby",
          RoomSettings.DEFAULT
              .with("hub", "127.0.0.1:" + rpc.hub().port())
              .with("host", "127.0.0.1:" + site.uri().getPort()));
      asked.join();
      dying.leave();
      Connection waiting = heard.awaitState(State.WAITING, 1, LONG);
      assertThat(waiting.detail()).contains("HTTP 502: the page has gone");
      try (PageClient back = rpc.greeted(HELLO, this::token)) {
        heard.awaitState(State.LIVE, 1, LONG);
        assertThat(back.heard).hasSizeGreaterThan(1);
      }
    }
  }
}
