package io.github.danmuhub.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.server.Hub;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that come later, in parts, or as bytes. */
class PageAnswersTest {
  private RpcHub rpc;

  @BeforeEach
  void start() throws Exception {
    rpc = RpcHub.start("eval: false");
  }

  @AfterEach
  void stop() {
    rpc.close();
  }

  /** Parts 1 and 2, then the end. */
  private static void inParts(PageClient page, JsonNode call) {
    int number = call.path("call").asInt();
    page.send("{\"op\":\"part\",\"call\":%d,\"value\":1}".formatted(number))
        .send("{\"op\":\"part\",\"call\":%d,\"value\":{\"n\":2}}".formatted(number));
    RpcHub.result(page, call);
  }

  private static void bytes(PageClient page, JsonNode call) {
    byte[] head =
        "{\"op\":\"result\",\"call\":%d}".formatted(call.path("call").asInt()).getBytes(UTF_8);
    page.sendBytes(head, new byte[] {0, (byte) 0xff, 7});
  }

  private JsonNode begin(String path) throws Exception {
    HttpResponse<String> begun = rpc.call(path, "7");
    assertThat(begun.statusCode()).isEqualTo(202);
    JsonNode job = PageClient.read(begun.body());
    assertThat(begun.headers().firstValue("location"))
        .contains("/rpc/jobs/" + job.path("id").asText());
    return job;
  }

  private HttpResponse<String> job(String method, JsonNode job) throws Exception {
    return rpc.hub().send(method, "/rpc/jobs/" + job.path("id").asText(), null);
  }

  @Test
  void aJobIsWaitingUntilItsAnswerIsThere() throws Exception {
    CompletableFuture<JsonNode> called = new CompletableFuture<>();
    try (PageClient page = rpc.page("g", "tab", (from, call) -> called.complete(call))) {
      JsonNode job = begin("g/echo?async=1&timeout=10m");
      HttpResponse<String> waiting = job("GET", job);
      assertThat(waiting.statusCode()).isEqualTo(202);
      assertThat(PageClient.read(waiting.body()).path("state").asText()).isEqualTo("waiting");
      RpcHub.result(page, called.join());
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> job("GET", job).statusCode() == 200);
      assertThat(job("GET", job).body()).isEqualTo("7");
      assertThat(job("DELETE", job).statusCode()).isEqualTo(409);
    }
  }

  @Test
  void aJobThatIsCancelledIsForgottenAndThePageIsTold() throws Exception {
    try (PageClient page = rpc.page("g", "tab", (from, call) -> {})) {
      JsonNode job = begin("g/echo?async=1");
      assertThat(job("DELETE", job).statusCode()).isEqualTo(204);
      assertThat(job("GET", job).statusCode()).isEqualTo(404);
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> page.heard.stream().anyMatch(m -> m.path("type").asText().equals("cancel")));
    }
  }

  @Test
  void aJobWhosePageGoesAnswersAsTheCallWouldHave() throws Exception {
    JsonNode job;
    try (PageClient page = rpc.page("g", "tab", (from, call) -> {})) {
      job = begin("g/echo?async=1");
      assertThat(page.closeCode()).isZero();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> job("GET", job).statusCode() == 502);
    assertThat(rpc.call("nobody/echo?async=1", "1").statusCode()).isEqualTo(404);
    assertThat(rpc.call("g/_execjs?async=1", "1").statusCode()).isEqualTo(403);
    String[] stream = {"accept", "text/event-stream"};
    assertThat(rpc.call("g/_execjs", "1", stream).statusCode()).isEqualTo(403);
  }

  @Test
  void partsComeAsEventsAndThenTheEnd() throws Exception {
    String[] stream = {"accept", "text/event-stream"};
    try (PageClient page = rpc.page("g", "tab", PageAnswersTest::inParts)) {
      assertThat(rpc.call("g/echo", "3", stream).body())
          .isEqualTo(
              """
              : welcome

              event: part
              data: 1

              event: part
              data: {"n":2}

              event: end
              data: 3

              """);
      assertThat(rpc.call("g/echo", "3").body()).isEqualTo("3");
      assertThat(rpc.call("g/other", "3", stream).statusCode()).isEqualTo(404);
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void aStreamEndsInWordsWhereThePageIsSilent() throws Exception {
    try (PageClient page = rpc.page("g", "tab", (from, call) -> {})) {
      String body = rpc.call("g/echo?timeout=20ms", "3", "accept", "text/event-stream").body();
      assertThat(body).contains("event: error\ndata: ", "\"status\":504", "page-too-slow");
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void bytesTravelBothWaysAndAreNeverServedAsAPage() throws Exception {
    try (PageClient page = rpc.page("g", "tab", PageAnswersTest::bytes)) {
      HttpRequest request =
          HttpRequest.newBuilder(rpc.hub().uri("/rpc/g/echo"))
              .header("content-type", "application/octet-stream")
              .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {1, 2, 3}))
              .build();
      HttpResponse<byte[]> answer = Hub.HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.body()).containsExactly(0, 0xff, 7);
      assertThat(answer.headers().firstValue("content-type")).contains("application/octet-stream");
      JsonNode call = page.heard.get(page.heard.size() - 1);
      assertThat(call.path("bytes").asText()).isEqualTo("010203");
    }
  }
}
