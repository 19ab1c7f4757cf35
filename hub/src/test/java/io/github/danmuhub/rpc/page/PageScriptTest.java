package io.github.danmuhub.rpc.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.browser.Browser;
import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.browser.Page;
import io.github.danmuhub.rpc.RpcHub;
import io.github.danmuhub.server.WsClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that pages run, in a real browser. */
class PageScriptTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String HANDS_IN =
      """
      window.rpc = danmuRpc({ url: '%s', group: 'g', id: 'tab' })
        .on('echo', (args) => args)
        .on('throws', () => { throw new TypeError('no'); })
        .on('bytes', (args) => new Uint8Array([...args].reverse()))
        .on('view', () => new Uint8Array([9, 1, 2, 9]).subarray(1, 3))
        .on('blob', () => new Blob(['ab', 'c']))
        .on('large', (length) => 'x'.repeat(length))
        .on('buffer', (length) => new ArrayBuffer(length))
        .on('count', (upTo, call) => { for (let i = 1; i < upTo; i++) call.part(i); return upTo; });
      0
      """;

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @Test
  void whatAPageHandsInIsCalled(@TempDir Path profiles) throws Exception {
    Assumptions.assumeTrue(
        BrowserOptions.isPossible(), "no Chromium here: apt-get install chromium");
    BrowserOptions options = BrowserOptions.LAUNCH.keepingProfilesIn(profiles);
    try (RpcHub rpc = RpcHub.start("origins: ['*']");
        Browser browser = Browser.start(options, line -> {})) {
      Page page = get(browser.newPage());
      String client = rpc.hub().get("/rpc/client.js").body();
      get(page.evaluate(client + HANDS_IN.formatted(rpc.socket("/ws/rpc"))));
      await().atMost(LONG).until(() -> rpc.hub().get("/rpc/groups").body().contains("count"));
      values(rpc);
      bytes(rpc);
      tooLarge(rpc);
      said(rpc, page);
      kicked(rpc);
    }
  }

  private static void values(RpcHub rpc) throws Exception {
    String odd = "{\"text\":\"签名 \\u2028\",\"n\":[1.5,null]}";
    assertThat(rpc.call("g/echo", odd).body()).contains("签名", "[1.5,null]");
    HttpResponse<String> failed = rpc.call("g/throws", "");
    assertThat(failed.statusCode()).isEqualTo(502);
    assertThat(failed.body()).contains("page-failed", "the page says: TypeError: no");
    assertThat(rpc.call("g/count", "3", "accept", "text/event-stream").body())
        .contains("event: part\ndata: 1", "event: part\ndata: 2", "event: end\ndata: 3");
  }

  private static void bytes(RpcHub rpc) throws Exception {
    assertThat(rpc.call("g/bytes", "abc", "content-type", "application/octet-stream").body())
        .isEqualTo("cba");
    assertThat(rpc.call("g/view", "").body()).isEqualTo("\u0001\u0002");
    assertThat(rpc.call("g/blob", "").body()).isEqualTo("abc");
  }

  private static void tooLarge(RpcHub rpc) throws Exception {
    for (String action : new String[] {"g/large", "g/buffer"}) {
      HttpResponse<String> refused = rpc.call(action, "2000000");
      assertThat(refused.body()).contains("RangeError: larger than the hub takes: 1048576 bytes");
    }
    assertThat(rpc.call("g/buffer", "1000000").body()).hasSize(1_000_000);
  }

  private static void said(RpcHub rpc, Page page) throws Exception {
    try (WsClient listener = rpc.hub().socket("/ws/topic/chat")) {
      get(page.evaluate("rpc.emit('chat', {text: '你好'}); 0"));
      listener.await(() -> !listener.messages.isEmpty());
      assertThat(listener.messages.get(0)).contains("{\"text\":\"你好\"}");
    }
  }

  private static void kicked(RpcHub rpc) throws Exception {
    assertThat(rpc.hub().send("DELETE", "/rpc/clients/g/tab", null).statusCode()).isEqualTo(204);
    assertThat(rpc.call("g/echo", "1").statusCode()).isEqualTo(404);
  }
}
