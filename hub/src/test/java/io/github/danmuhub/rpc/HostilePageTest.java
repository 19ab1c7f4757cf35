package io.github.danmuhub.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.server.RawSocket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages and callers that mean harm: each costs itself, and nobody beside it. */
class HostilePageTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private RpcHub rpc;
  private PageClient good;

  @BeforeEach
  void start() throws Exception {
    rpc = RpcHub.start("message_kb: 64", "calls_per_page: 16");
    rpc.part().measure(metrics);
    good = rpc.page("good", "tab", RpcHub::echo);
  }

  /** Whatever was done, the good page is called as before. */
  @AfterEach
  void stop() throws Exception {
    assertThat(rpc.call("good/echo", "7").body()).isEqualTo("7");
    assertThat(good.closeCode()).isZero();
    good.close();
    rpc.close();
  }

  private double counted(String why) {
    return metrics.get("danmu.rpc.dropped.messages").tag("why", why).functionCounter().count();
  }

  @Test
  void anAnswerThatIsTooLargeCostsThePageItsConnectionAndTheCallerHearsAtOnce() throws Exception {
    String large = "{\"op\":\"result\",\"call\":1,\"value\":\"" + "x".repeat(70_000) + "\"}";
    try (PageClient page = rpc.page("g", "tab", (from, call) -> from.send(large))) {
      HttpResponse<String> answer = rpc.call("g/echo?timeout=60s", "1");
      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(answer.body()).contains("page-gone");
      await().atMost(LONG).until(() -> page.closeCode() == 1009);
    }
  }

  @Test
  void whatIsNoAnswerAnswersNobodyAndIsToldAndCounted() throws Exception {
    List<String> senseless =
        List.of(
            "{\"op\":\"result\",\"call\":1e999999999,\"value\":1}",
            "{\"op\":\"result\",\"call\":-1,\"value\":1}",
            "{\"op\":\"result\",\"call\":2147483647,\"value\":1}",
            "{\"op\":\"result\",\"call\":null,\"value\":1}",
            "{\"op\":\"result\",\"call\":{\"a\":1},\"value\":1}",
            "{\"op\":\"result\",\"value\":1}",
            "{\"op\":\"part\",\"call\":99,\"value\":1}",
            "{\"op\":\"failed\",\"call\":99}",
            "{\"op\":\"result\",\"call\":1,\"value\":"
                + "[".repeat(1_000)
                + "]".repeat(1_000)
                + "}",
            "{\"op\":\"hello\",\"group\":\"good\",\"id\":\"tab\"}",
            "{\"op\":[\"result\"]}",
            "null");
    try (PageClient page =
        rpc.page(
            "g",
            "tab",
            (from, call) -> {
              senseless.forEach(from::send);
              RpcHub.result(from, call);
            })) {
      assertThat(rpc.call("g/echo?timeout=60s", "42").body()).isEqualTo("42");
      assertThat(page.closeCode()).isZero();
      await()
          .atMost(LONG)
          .until(() -> page.heard.stream().anyMatch(m -> m.path("type").asText().equals("error")));
      assertThat(counted("unknown")).isGreaterThan(6);
      assertThat(counted("broken")).isGreaterThan(3);
    }
  }

  @Test
  void onePageCannotAnswerForAnother() throws Exception {
    CompletableFuture<JsonNode> called = new CompletableFuture<>();
    try (PageClient honest = rpc.page("g", "tab", (from, call) -> called.complete(call));
        PageClient liar = rpc.page("g2", "tab", RpcHub::echo)) {
      CompletableFuture<HttpResponse<String>> waiting = rpc.later("g/echo?timeout=60s", "7");
      called.join();
      IntStream.range(0, 200)
          .forEach(
              i -> liar.send("{\"op\":\"result\",\"call\":%d,\"value\":\"lie\"}".formatted(i)));
      assertThat(rpc.call("g2/echo", "1").body()).as("all before it is heard").isEqualTo("1");
      assertThat(waiting).isNotDone();
      RpcHub.result(honest, called.join());
      assertThat(waiting.join().body()).isEqualTo("7");
    }
  }

  @Test
  void aPageThatNeverAnswersIsFullSoonAndNobodyElseWaitsForIt() throws Exception {
    try (PageClient silent = rpc.page("g", "tab", (from, call) -> {})) {
      List<CompletableFuture<HttpResponse<String>>> waiting =
          IntStream.range(0, 16).mapToObj(i -> rpc.later("g/echo?timeout=60s", "1")).toList();
      rpc.awaitWaiting(16);
      assertThat(rpc.call("g/echo", "1").statusCode()).isEqualTo(429);
      assertThat(rpc.call("good/echo", "1").body()).isEqualTo("1");
      silent.leave();
      waiting.forEach(each -> assertThat(each.join().statusCode()).isEqualTo(502));
    }
  }

  @Test
  void namesAreBoundedHoweverOftenAPageNamesThem() throws Exception {
    String many =
        String.join(",", IntStream.range(0, 1_025).mapToObj(i -> "\"a" + i + "\"").toList());
    try (PageClient page = rpc.page("g", "tab", RpcHub::echo)) {
      page.send("{\"op\":\"actions\",\"actions\":[" + many + "]}");
      for (int i = 0; i < 10_000; i++) {
        page.send("{\"op\":\"actions\",\"actions\":[\"echo\",\"a" + i + "\"]}");
      }
      assertThat(rpc.call("g/echo", "7").body()).isEqualTo("7");
      await()
          .atMost(LONG)
          .until(() -> rpc.hub().get("/rpc/groups").body().contains("[\"a9999\",\"echo\"]"));
      await()
          .atMost(LONG)
          .until(() -> page.heard.stream().anyMatch(HostilePageTest::tellsTheBound));
    }
  }

  @Test
  void whatAPageSaysTooFastIsDroppedAndCounted() throws Exception {
    try (PageClient page = rpc.page("g", "tab", RpcHub::echo)) {
      for (int i = 0; i < 5_000; i++) {
        page.send("{\"op\":\"emit\",\"topic\":\"chat\",\"value\":" + i + "}");
      }
      await().atMost(LONG).until(() -> counted("too_fast") > 0);
      assertThat(rpc.call("g/echo", "7").body()).isEqualTo("7");
    }
  }

  @Test
  void callersOfNonsenseAreRefusedInWords() throws Exception {
    assertThat(rpc.call("good/echo", "[".repeat(1_000) + "]".repeat(1_000)).statusCode())
        .isEqualTo(400);
    assertThat(rpc.call("good/echo?timeout=99999999999999999999s", "1").statusCode())
        .isEqualTo(400);
    assertThat(rpc.call("good/" + "x".repeat(2_000), "1").statusCode()).isEqualTo(404);
    assertThat(rpc.call("good/echo?client=%00%0d%0a", "1").statusCode()).isEqualTo(400);
    assertThat(rpc.call("good/echo", "x".repeat(200_000)).statusCode()).isEqualTo(413);
    assertThat(rpc.hub().get("/rpc/jobs/" + "x".repeat(1_000)).statusCode()).isEqualTo(404);
  }

  @Test
  void aCallerThatDoesNotReadItsStreamLosesTheCallAndThePageIsTold() throws Exception {
    CompletableFuture<JsonNode> called = new CompletableFuture<>();
    String part = "{\"op\":\"part\",\"call\":%d,\"value\":\"" + "x".repeat(60_000) + "\"}";
    String request =
        """
        POST /rpc/g/echo?timeout=60m HTTP/1.1
        Host: localhost
        Accept: text/event-stream
        Content-Length: 0

        """
            .replace("\n", "\r\n");
    try (PageClient page = rpc.page("g", "tab", (from, call) -> called.complete(call));
        RawSocket deaf = RawSocket.saying(rpc.hub().port(), request)) {
      int number = called.join().path("call").asInt();
      for (int i = 0; i < 500; i++) {
        page.send(part.formatted(number));
      }
      await().atMost(LONG).until(() -> cancelled(page));
      assertThat(deaf).isNotNull();
    }
  }

  private static boolean tellsTheBound(JsonNode message) {
    return message.path("why").asText().contains("at most 1,024 names");
  }

  private static boolean cancelled(PageClient page) {
    return page.heard.stream().anyMatch(m -> m.path("type").asText().equals("cancel"));
  }
}
