package io.github.danmuhub.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.server.Hub;
import io.github.danmuhub.server.WsClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Functions of pages over HTTP, through a real WebSocket. */
class PageCallsTest {
  private RpcHub rpc;

  @BeforeEach
  void start() throws Exception {
    rpc = RpcHub.start("origins: [" + RpcHub.ORIGIN + "]", "calls_per_page: 64");
  }

  @AfterEach
  void stop() {
    rpc.close();
  }

  private static String problem(HttpResponse<String> answer) {
    return answer.statusCode() + " " + PageClient.read(answer.body()).path("type").asText();
  }

  @Test
  void aFunctionIsCalledAndItsValueIsTheAnswer() throws Exception {
    try (PageClient page = rpc.page("douyin", "tab", RpcHub::echo)) {
      HttpResponse<String> answer = rpc.call("douyin/echo", "{\"url\":\"签名 🎉\",\"n\":1.10}");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"url\":\"签名 🎉\",\"n\":1.10}");
      assertThat(answer.headers().firstValue("danmu-client")).contains("tab");
      assertThat(rpc.call("douyin/echo", "").body()).isEqualTo("null");
      assertThat(page.heard.get(0).path("type").asText()).isEqualTo("welcome");
    }
  }

  @Test
  void theRequestChoosesThePage() throws Exception {
    try (PageClient one = rpc.page("g", "one", RpcHub::echo);
        PageClient two = rpc.page("g", "two", RpcHub::echo)) {
      assertThat(List.of(called("g/echo"), called("g/echo")))
          .containsExactlyInAnyOrder("one", "two");
      assertThat(called("g/echo?client=two")).isEqualTo("two");
      String sticky = called("g/echo?key=user7");
      for (int i = 0; i < 5; i++) {
        assertThat(called("g/echo?key=user7")).isEqualTo(sticky);
      }
      CompletableFuture<HttpResponse<String>> waiting = rpc.later("g/slow?client=one", "1");
      rpc.awaitWaiting(1);
      for (int i = 0; i < 5; i++) {
        assertThat(called("g/echo?balance=busy")).isEqualTo("two");
      }
      one.leave();
      assertThat(waiting.join().statusCode()).isEqualTo(502);
      assertThat(two.closeCode()).isZero();
    }
  }

  /** By which page it is answered. */
  private String called(String path) throws Exception {
    return rpc.call(path, "1").headers().firstValue("danmu-client").orElseThrow();
  }

  @Test
  void whatIsNotThereIsRefusedInWords() throws Exception {
    assertThat(problem(rpc.call("x/echo", "1")))
        .isEqualTo("404 urn:danmu-hub:problem:no-such-group");
    try (PageClient page = rpc.page("g", "tab", RpcHub::echo)) {
      assertThat(page.closeCode()).isZero();
      assertThat(problem(rpc.call("g/other", "1"))).endsWith("no-such-action");
      assertThat(problem(rpc.call("g/echo?client=other", "1"))).endsWith("no-such-client");
      assertThat(problem(rpc.call("g/_execjs", "1"))).startsWith("403").endsWith("eval-off");
      assertThat(problem(rpc.call("g/%5fexecjs", "1"))).startsWith("403").endsWith("eval-off");
      assertThat(problem(rpc.call("g/echo", "{"))).isEqualTo("400 urn:danmu-hub:problem:bad-body");
      assertThat(problem(rpc.call("g/echo?timeout=2m", "1"))).endsWith("bad-timeout");
      assertThat(problem(rpc.call("g/echo?balance=x", "1"))).endsWith("bad-balance");
    }
  }

  @Test
  void aPageThatThrowsIs502AndOneThatIsSilent504() throws Exception {
    try (PageClient page =
        rpc.page(
            "g",
            "tab",
            (from, call) -> {
              if (call.path("action").asText().equals("echo")) {
                from.send(
                    "{\"op\":\"failed\",\"call\":%d,\"name\":\"TypeError\",\"message\":\"no\"}"
                        .formatted(call.path("call").asInt()));
              }
            })) {
      HttpResponse<String> failed = rpc.call("g/echo", "1");
      assertThat(problem(failed)).isEqualTo("502 urn:danmu-hub:problem:page-failed");
      assertThat(failed.body()).contains("the page says: TypeError: no");
      assertThat(problem(rpc.call("g/slow?timeout=20ms", "1")))
          .isEqualTo("504 urn:danmu-hub:problem:page-too-slow");
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> page.heard.stream().anyMatch(m -> m.path("type").asText().equals("cancel")));
    }
  }

  @Test
  void aPageThatDiesAnswersWhoWaitsForIt() throws Exception {
    try (PageClient page = rpc.page("g", "tab", RpcHub::echo)) {
      CompletableFuture<HttpResponse<String>> waiting = rpc.later("g/slow?timeout=60s", "1");
      rpc.awaitWaiting(1);
      page.leave();
      assertThat(problem(waiting.join())).isEqualTo("502 urn:danmu-hub:problem:page-gone");
    }
  }

  @Test
  void theSameIdComingAgainTakesThePlace() throws Exception {
    try (PageClient old = rpc.page("g", "tab", RpcHub::echo)) {
      CompletableFuture<HttpResponse<String>> waiting = rpc.later("g/slow?timeout=60s", "1");
      rpc.awaitWaiting(1);
      try (PageClient fresh = rpc.page("g", "tab", RpcHub::echo)) {
        assertThat(waiting.join().statusCode()).isEqualTo(502);
        await()
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(10))
            .until(() -> old.closeCode() == 4409);
        assertThat(rpc.call("g/echo", "7").body()).isEqualTo("7");
        assertThat(fresh.closeCode()).isZero();
      }
    }
  }

  @Test
  void duplicateLateAndSenselessAnswersCostNothing() throws Exception {
    try (PageClient page =
        rpc.page(
            "g",
            "tab",
            (from, call) -> {
              RpcHub.result(from, call);
              RpcHub.result(from, call);
              from.send("{\"op\":\"result\",\"call\":999999,\"value\":1}");
              from.send("{\"op\":\"result\",\"call\":\"constructor\"}").send("no JSON").send("[]");
            })) {
      for (int i = 0; i < 20; i++) {
        assertThat(rpc.call("g/echo", "" + i).body()).isEqualTo("" + i);
      }
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void oneCallTooManyIs429WithRetryAfterAndPlaceIsMadeByWhoHangsUp() throws Exception {
    try (PageClient page = rpc.page("g", "tab", RpcHub::echo)) {
      List<CompletableFuture<HttpResponse<String>>> waiting =
          IntStream.range(0, 64).mapToObj(i -> hangsUp("g/slow?timeout=60s")).toList();
      rpc.awaitWaiting(64);
      HttpResponse<String> refused = rpc.call("g/echo", "1");
      assertThat(problem(refused)).isEqualTo("429 urn:danmu-hub:problem:too-many-calls");
      assertThat(refused.headers().firstValue("retry-after")).contains("1");
      waiting.get(0).cancel(true);
      rpc.awaitWaiting(63);
      assertThat(rpc.call("g/echo", "1").body()).isEqualTo("1");
      assertThat(page.closeCode()).isZero();
    }
  }

  /** Cancelling it closes its connection. */
  private CompletableFuture<HttpResponse<String>> hangsUp(String path) {
    return Hub.HTTP.sendAsync(
        HttpRequest.newBuilder(rpc.hub().uri("/rpc/" + path))
            .POST(HttpRequest.BodyPublishers.ofString("1"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whatAPageSaysByItselfReachesTheTopic() throws Exception {
    try (PageClient page = rpc.page("g", "tab", RpcHub::echo);
        WsClient listener = rpc.hub().socket("/ws/topic/chat")) {
      page.send("{\"op\":\"emit\",\"topic\":\"chat\",\"value\":{\"text\":\"你好\"}}");
      listener.await(() -> !listener.messages.isEmpty());
      JsonNode message = PageClient.read(listener.messages.get(0));
      assertThat(message.path("topic").asText()).isEqualTo("chat");
      assertThat(message.path("value").path("text").asText()).isEqualTo("你好");
      assertThat(message.path("time").asText()).matches("\\d{4}-.*T.*\\.\\d{3}Z");
      page.send("{\"op\":\"emit\",\"topic\":\"a b\",\"value\":1}");
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(
              () -> page.heard.stream().anyMatch(m -> m.path("code").asText().equals("not-sent")));
    }
  }

  @Test
  void pagesAreListedAndKicked() throws Exception {
    try (PageClient page = rpc.page("g", "tab/1", RpcHub::echo)) {
      assertThat(rpc.hub().get("/rpc/groups").body())
          .contains("{\"group\":\"g\",\"clients\":1,\"actions\":[\"echo\",\"slow\"]}");
      assertThat(rpc.hub().get("/rpc/clients").body()).contains("\"id\":\"tab/1\"", "\"page\"");
      assertThat(rpc.hub().send("DELETE", "/rpc/clients/g/tab%2F1", null).statusCode())
          .isEqualTo(204);
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> page.closeCode() == 4410);
      assertThat(rpc.hub().send("DELETE", "/rpc/clients/g/tab%2F1", null).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void reconnectStormsLeaveOnePageThatAnswers() throws Exception {
    for (int i = 0; i < 50; i++) {
      PageClient page = rpc.page("g", "tab", RpcHub::echo);
      if (i % 2 == 0) {
        page.leave();
      }
    }
    try (PageClient last = rpc.page("g", "tab", RpcHub::echo)) {
      assertThat(rpc.call("g/echo", "7").body()).isEqualTo("7");
      assertThat(rpc.hub().get("/rpc/groups").body()).contains("\"clients\":1");
      assertThat(last.closeCode()).isZero();
    }
  }
}
