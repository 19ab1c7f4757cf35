package io.github.danmuhub.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.server.Hub;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which pages come in. The JDK's WebSocket may not set Origin, so the gate's test shows that. */
class PageEntranceTest {
  private static final String OWN = "a-token-for-the-pages";

  private static PageClient open(RpcHub rpc, String... messages) {
    PageClient page = PageClient.open(rpc.socket("/ws/rpc"), opened -> {}, (from, message) -> {});
    for (String message : messages) {
      page.send(message);
    }
    return page;
  }

  private static void closes(RpcHub rpc, int code, String... messages) {
    try (PageClient page = open(rpc, messages)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> page.closeCode() == code);
    }
  }

  private static void welcomes(RpcHub rpc, String message) {
    try (PageClient page = open(rpc, message)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> !page.heard.isEmpty());
      assertThat(page.heard.get(0).path("type").asText()).isEqualTo("welcome");
    }
  }

  private static String hello(String token) {
    return "{\"op\":\"hello\",\"group\":\"g\",\"token\":\"" + token + "\"}";
  }

  @Test
  void whereTheHubHasATokenThePageShowsItOrTheOneOfPages() throws Exception {
    try (RpcHub rpc = RpcHub.start(Hub.guarded(), "token: " + OWN)) {
      closes(rpc, 4401, "{\"op\":\"hello\",\"group\":\"g\"}");
      closes(rpc, 4401, hello("a-guess-of-some-length"));
      welcomes(rpc, hello(OWN));
      welcomes(rpc, hello(Hub.TOKEN));
      String[] pagesToken = {"authorization", "Bearer " + OWN};
      assertThat(rpc.call("g/a", "1", pagesToken).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void whoSaysNoGoodHelloIsToldAndMayTryAgain() throws Exception {
    try (RpcHub rpc = RpcHub.start("eval: false");
        PageClient page =
            open(
                rpc,
                "{\"op\":\"hello\"}",
                "{\"op\":\"hello\",\"group\":\"a\\u0007b\"}",
                "{\"op\":\"hello\",\"group\":\"g\",\"actions\":[1]}",
                "{\"op\":\"result\",\"call\":1}",
                "{\"op\":\"dance\"}",
                "{\"op\":\"ping\"}",
                "{\"op\":\"hello\",\"group\":\"g\"}")) {
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> page.heard.size() == 7);
      assertThat(page.heard)
          .extracting(message -> message.path("type").asText())
          .containsExactly("error", "error", "error", "error", "error", "pong", "welcome");
    }
  }

  @Test
  void aMessageAboveTheBoundClosesItsPage() throws Exception {
    try (RpcHub rpc = RpcHub.start("message_kb: 4")) {
      closes(rpc, 1009, "{\"op\":\"emit\",\"x\":\"" + "x".repeat(5_000) + "\"}");
    }
  }

  @Test
  void theScriptsAreServedToEverybodyAndAreSmall() throws Exception {
    try (RpcHub rpc = RpcHub.start(Hub.guarded(), "eval: false")) {
      String client = rpc.hub().get("/rpc/client.js").body();
      assertThat(client).startsWith("// Danmu Hub");
      String userscript = rpc.hub().get("/rpc/userscript.js").body();
      assertThat(userscript).startsWith("// ==UserScript==").contains("@match", client);
      assertThat(userscript.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4_096);
    }
  }
}
