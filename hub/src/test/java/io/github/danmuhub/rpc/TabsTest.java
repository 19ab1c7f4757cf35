package io.github.danmuhub.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.rpc.tab.StrictPage;
import io.github.danmuhub.server.WsClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A page whose policy forbids every connection is called by the browser itself. */
@TestInstance(Lifecycle.PER_CLASS)
class TabsTest {
  private static final String SCRIPT =
      """
      danmuRpc()
        .on('echo', (args) => args)
        .on('title', () => document.title)
        .on('throws', () => { throw new TypeError('no'); })
        .on('bytes', (args) => new Uint8Array([...args].reverse()))
        .on('count', (upTo, call) => { for (let i = 1; i < upTo; i++) call.part(i); return upTo; })
        .on('large', (length) => 'x'.repeat(length))
        .on('buffer', (length) => new ArrayBuffer(length))
        .on('slow', () => new Promise(() => {}))
        .on('reload', () => { setTimeout(() => location.reload()); return true; })
        .on('say', (value) => danmuRpc().emit('chat', value));
      """;

  private final Path dir;
  private StrictPage site;
  private RpcHub rpc;
  private Part tabs;

  TabsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeAll
  void start() throws Exception {
    Assumptions.assumeTrue(
        BrowserOptions.isPossible(), "no Chromium here: apt-get install chromium");
    Path script = Files.writeString(dir.resolve("page.js"), SCRIPT);
    site = new StrictPage();
    rpc =
        RpcHub.start(
            "tabs: [{url: '%s', group: strict, script: '%s'}]".formatted(site.url(), script));
    tabs = rpc.startTabs(dir.resolve("profiles"));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> rpc.hub().get("/rpc/groups").body().contains("\"slow\""));
  }

  @AfterAll
  void stop() {
    if (tabs != null) {
      tabs.close();
      rpc.close();
      site.close();
    }
  }

  @Test
  void valuesPartsBytesAndFailuresComeAsFromAnyPage() throws Exception {
    String odd = "{\"__proto__\":1,\"text\":\"签名 \\u2028 </script>\"}";
    assertThat(PageClient.read(rpc.call("strict/echo", odd).body()))
        .isEqualTo(PageClient.read(odd));
    assertThat(rpc.call("strict/title", "").body()).isEqualTo("\"strict\"");
    HttpResponse<String> failed = rpc.call("strict/throws", "");
    assertThat(failed.statusCode()).isEqualTo(502);
    assertThat(failed.body()).contains("page-failed", "TypeError: no");
    assertThat(rpc.call("strict/count", "3", "accept", "text/event-stream").body())
        .contains("event: part\ndata: 1", "event: part\ndata: 2", "event: end\ndata: 3");
    assertThat(rpc.call("strict/bytes", "abc", "content-type", "application/octet-stream").body())
        .isEqualTo("cba");
    assertThat(rpc.hub().get("/rpc/clients").body()).contains("\"way\":\"browser\"");
  }

  @Test
  void whatIsLargerThanAMessageMayBeIsRefusedAndHarmsNobody() throws Exception {
    for (String action : new String[] {"large", "buffer"}) {
      HttpResponse<String> refused = rpc.call("strict/" + action, "" + (100 << 20));
      assertThat(refused.statusCode()).isEqualTo(502);
      assertThat(refused.body())
          .contains("page-failed", "larger than the hub takes: 1048576 bytes");
    }
    assertThat(rpc.call("strict/buffer", "1000000").body()).hasSize(1_000_000);
  }

  @Test
  void whatItSaysByItselfReachesTheTopic() throws Exception {
    try (WsClient listener = rpc.hub().socket("/ws/topic/chat")) {
      rpc.call("strict/say", "{\"text\":\"你好\"}");
      listener.await(() -> !listener.messages.isEmpty());
      assertThat(listener.messages.get(0))
          .startsWith("{\"topic\":\"chat\",\"value\":{\"text\":\"你好\"}");
    }
  }

  @Test
  void aPageThatIsLoadedAnewAnswersWhatWaitedAndCanBeCalledAgain() throws Exception {
    CompletableFuture<HttpResponse<String>> waiting = rpc.later("strict/slow?timeout=60s", "");
    rpc.awaitWaiting(1);
    rpc.call("strict/reload", "");
    assertThat(waiting.join().body()).contains("page-gone");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> rpc.call("strict/echo", "7").body().equals("7"));
  }
}
