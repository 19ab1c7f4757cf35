package io.github.danmuhub.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.text.Phrase;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One headless Chromium, and pages of this machine. */
class BrowserTest {
  private static final List<Phrase> SAID = new CopyOnWriteArrayList<>();
  private static LocalPages pages;
  private static Browser browser;

  @BeforeAll
  static void launch(@TempDir Path profiles) throws Exception {
    assumeTrue(ChromiumCommand.find().isPresent(), "no Chromium here: apt-get install chromium");
    pages =
        new LocalPages()
            .with("/", "<title>one</title>")
            .with(
                "/strict",
                "<title>strict</title>",
                "Content-Security-Policy",
                "default-src 'self'");
    browser = Browser.start(BrowserOptions.LAUNCH.keepingProfilesIn(profiles), SAID::add);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
      pages.close();
    }
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private static Page open(String path) throws Exception {
    Page page = get(browser.newPage());
    get(page.navigate(pages.uri(path)));
    return page;
  }

  @Test
  void aPageUnderAStrictPolicyCanBeCalledAndWhatItPromisesIsWaitedFor() throws Exception {
    Page page = open("/strict");
    assertThat(get(page.evaluate("Promise.resolve({a: [1, '弹']})")))
        .hasToString("{\"a\":[1,\"弹\"]}");
    assertThatThrownBy(() -> get(page.evaluate("(() => { throw new Error('no'); })()")))
        .hasRootCauseInstanceOf(CdpException.class)
        .hasMessageContaining("Error: no");
  }

  @Test
  void aPageTellsByABindingAlsoAfterItHasGoneElsewhere() throws Exception {
    Page page = open("/strict");
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    get(page.bind("tell", heard::add));
    get(page.evaluate("tell('here')"));
    assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo("here");
    get(page.runAtStart("tell('at ' + location.pathname)"));
    get(page.navigate(pages.uri("/")));
    assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo("at /");
  }

  @Test
  void aTabThatIsClosedInMidCallFailsTheCall() throws Exception {
    Page page = open("/");
    CompletionStage<?> asked = page.evaluate("new Promise(() => {})");
    get(page.close());
    assertThatThrownBy(() -> get(asked)).hasMessageContaining("the page was closed");
    assertThat(get(page.gone())).hasToString("the page was closed");
  }

  @Test
  void aTabThatCrashesSaysSo() throws Exception {
    Page page = open("/");
    CompletionStage<?> asked = page.target().call("Page.crash", Map.of());
    assertThat(get(page.gone())).hasToString("the tab has crashed");
    assertThatThrownBy(() -> get(asked)).hasMessageContaining("the tab has crashed");
  }

  @Test
  void aPageThatIsNotThereIsSaidInWords() throws Exception {
    Page page = get(browser.newPage());
    assertThatThrownBy(() -> get(page.navigate(URI.create("http://127.0.0.1:1/"))))
        .hasMessageContaining("the page cannot be loaded: net::ERR_");
  }
}
