package io.github.danmuhub.rpc.tab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.rpc.RpcHub;
import io.github.danmuhub.rpc.Told;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tabs that the hub opened, when they go: they are opened again, and nothing piles up. */
@Tag("load")
class TabRecoveryTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String SCRIPT =
      "danmuRpc().on('echo', (args) => args).on('slow', () => new Promise(() => {}));";

  @BeforeEach
  void hasChromium() {
    Assumptions.assumeTrue(
        BrowserOptions.isPossible(), "no Chromium here: apt-get install chromium");
  }

  private static RpcHub hub(Path dir, String url) throws Exception {
    Path script = Files.writeString(dir.resolve("page.js"), SCRIPT);
    return RpcHub.start("tabs: [{url: '%s', group: g, script: '%s'}]".formatted(url, script));
  }

  private static void awaitEcho(RpcHub rpc) {
    await().atMost(LONG).until(() -> rpc.call("g/echo", "7").body().equals("7"));
  }

  @Test
  void aTabThatCrashesAndABrowserThatIsKilledAnswerWhatWaitedAndAreOpenedAgain(@TempDir Path dir)
      throws Exception {
    Path profiles = dir.resolve("profiles");
    try (StrictPage site = new StrictPage();
        RpcHub rpc = hub(dir, site.url())) {
      Part tabs = rpc.startTabs(profiles);
      try {
        awaitEcho(rpc);
        CompletableFuture<HttpResponse<String>> first = rpc.later("g/slow?timeout=60s", "");
        rpc.awaitWaiting(1);
        try (UsersBrowser beside = UsersBrowser.beside(profiles)) {
          var unused = beside.find(site.url()).target().call("Page.crash", Map.of());
          assertThat(first.join().body()).contains("page-gone", "crashed");
        }
        awaitEcho(rpc);
        CompletableFuture<HttpResponse<String>> second = rpc.later("g/slow?timeout=60s", "");
        rpc.awaitWaiting(1);
        killBrowser(profiles);
        assertThat(second.join().body()).contains("page-gone", "the browser is gone");
        awaitEcho(rpc);
      } finally {
        tabs.close();
      }
    }
    assertThat(profiles).isEmptyDirectory();
  }

  private static void killBrowser(Path profiles) {
    ProcessHandle.allProcesses()
        .filter(
            process ->
                process.info().arguments().stream()
                    .flatMap(Stream::of)
                    .anyMatch(word -> word.contains(profiles.toString())))
        .forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void aSiteThatIsDownIsToldAndLeavesNoTabs(@TempDir Path dir) throws Exception {
    Path profiles = dir.resolve("profiles");
    Told told = new Told();
    try (RpcHub rpc = hub(dir, "http://127.0.0.1:1/")) {
      Part tabs = rpc.startTabs(BrowserOptions.LAUNCH.keepingProfilesIn(profiles), told);
      try {
        await().atMost(LONG).until(() -> told.said.size() >= 4);
        assertThat(told.said)
            .allMatch(each -> each.contains("the page cannot be loaded: net::ERR"));
        try (UsersBrowser beside = UsersBrowser.beside(profiles)) {
          assertThat(beside.tabs()).as("its own first one, and one attempt").hasSizeLessThan(3);
        }
      } finally {
        tabs.close();
      }
    }
  }
}
