package io.github.danmuhub.rpc.tab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.browser.Page;
import io.github.danmuhub.rpc.RpcHub;
import io.github.danmuhub.rpc.Told;
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

/** Tabs of the user's own browser are called, whatever becomes of them, and no other is touched. */
@TestInstance(Lifecycle.PER_CLASS)
class AttachedTabsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String SCRIPT =
      """
      danmuRpc()
        .on('title', () => document.title)
        .on('slow', () => new Promise(() => {}));
      """;

  private final Path dir;
  private UsersBrowser user;
  private StrictPage site;

  AttachedTabsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeAll
  void start() throws Exception {
    Assumptions.assumeTrue(
        BrowserOptions.isPossible(), "no Chromium here: apt-get install chromium");
    user = UsersBrowser.launch(dir.resolve("profiles"));
    site = new StrictPage();
  }

  @AfterAll
  void stop() {
    if (user != null) {
      user.close();
      site.close();
    }
  }

  private Path script(String name, String text) throws Exception {
    return Files.writeString(dir.resolve(name), text);
  }

  private String tab(String path, String group, Path script) {
    return "{url: '%s', group: %s, script: '%s'}".formatted(site.url() + path, group, script);
  }

  private static void awaitTitle(RpcHub rpc, String group) {
    await().atMost(LONG).until(() -> rpc.call(group + "/title", "").body().equals("\"strict\""));
  }

  @Test
  void aTabThatIsThereIsCalledAsItStandsAndNoOtherIsTouched() throws Exception {
    Page mine = user.open(site.url() + "mine");
    Page other = user.open(site.url() + "other");
    UsersBrowser.get(mine.evaluate("window.since = 7; 0"));
    Path script = script("since.js", "danmuRpc().on('since', () => window.since);");
    try (RpcHub rpc = RpcHub.start("tabs: [" + tab("mine", "g", script) + "]")) {
      Part tabs = rpc.startTabs(user.attaching(), new Told());
      try {
        await().atMost(LONG).until(() -> rpc.call("g/since", "").body().equals("7"));
        assertThat(UsersBrowser.get(other.evaluate("typeof danmuRpc")).asText())
            .isEqualTo("undefined");
      } finally {
        tabs.close();
      }
    }
    assertThat(UsersBrowser.get(mine.evaluate("window.since")).asInt())
        .as("the hub has gone, the tab stays")
        .isEqualTo(7);
  }

  @Test
  void aTabThatIsClosedAnswersWhatWaitedAndIsTakenAgainWhenItIsBack() throws Exception {
    Page first = user.open(site.url() + "closed");
    Told told = new Told();
    String tab = tab("closed", "g", script("closed.js", SCRIPT));
    try (RpcHub rpc = RpcHub.start("tabs: [" + tab + "]")) {
      Part tabs = rpc.startTabs(user.attaching(), told);
      try {
        awaitTitle(rpc, "g");
        CompletableFuture<HttpResponse<String>> waiting = rpc.later("g/slow?timeout=60s", "");
        rpc.awaitWaiting(1);
        UsersBrowser.get(first.close());
        assertThat(waiting.join().body()).contains("page-gone", "the page was closed");
        await().atMost(LONG).until(() -> told.said.size() >= 2);
        assertThat(told.said.get(0)).isEqualTo("failing: a tab has gone; it is opened again");
        assertThat(told.said.get(1)).contains("no tab", "closed").contains("tried again every 2 s");
        user.open(site.url() + "closed");
        awaitTitle(rpc, "g");
        await().atMost(LONG).until(() -> told.said.contains("working: its tabs are open"));
      } finally {
        tabs.close();
      }
    }
  }

  @Test
  void aTabThatCannotBeCalledYetIsToldAndKeepsNoOtherBack() throws Exception {
    user.open(site.url() + "good");
    Path broken = script("broken.js", "let a = 1;\nlet b = ;");
    Told told = new Told();
    String both = tab("", "bad", broken) + ", " + tab("good", "good", script("good.js", SCRIPT));
    try (RpcHub rpc = RpcHub.start("tabs: [" + both + "]")) {
      Part tabs = rpc.startTabs(user.attaching(), told);
      try {
        awaitTitle(rpc, "good");
        assertThat(told.said.get(0))
            .contains("broken.js is no script: line 2: SyntaxError")
            .contains("tried again every 2 s");
        assertThat(rpc.call("bad/title", "").statusCode()).isEqualTo(404);
      } finally {
        tabs.close();
      }
    }
  }
}
