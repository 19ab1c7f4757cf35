package io.github.danmuhub.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.browser.frames.PageCapture;
import io.github.danmuhub.browser.frames.PageSockets;
import io.github.danmuhub.browser.frames.Whose;
import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser that is not ours: one tab of it is looked into, while it runs. */
class AttachedBrowserTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static LocalPages pages;
  private static Browser theirs;
  private static String profile;

  private final List<Page> opened = new ArrayList<>();
  private final Queue<CaptureEntry> heard = new ConcurrentLinkedQueue<>();
  private Browser ours;

  @BeforeAll
  static void launch(@TempDir Path profiles) throws Exception {
    assumeTrue(BrowserOptions.isPossible(), "no Chromium here: apt-get install chromium");
    pages = new LocalPages().with("/", "<title>one</title>").with("/two", "<title>two</title>");
    theirs = Browser.start(BrowserOptions.LAUNCH.keepingProfilesIn(profiles), phrase -> {});
    try (Stream<Path> all = Files.list(profiles)) {
      profile = all.filter(Files::isDirectory).findFirst().orElseThrow().toString();
    }
  }

  @BeforeEach
  void attach() throws Exception {
    ours = Browser.start(BrowserOptions.LAUNCH.attaching(profile), phrase -> {});
    PageCapture capture = new PageCapture(new Whose(List.of(), null), url -> true, heard::add);
    get(ours.watch(new PageSockets(target -> true, capture, System::currentTimeMillis)));
  }

  @AfterEach
  void detach() throws Exception {
    if (ours != null) {
      ours.close();
    }
    for (Page page : opened) {
      get(page.close());
    }
  }

  @AfterAll
  static void close() {
    if (theirs != null) {
      theirs.close();
      pages.close();
    }
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(120, TimeUnit.SECONDS);
  }

  private Page open(String path) throws Exception {
    return open(pages.uri(path));
  }

  private Page open(URI at) throws Exception {
    Page page = get(theirs.newPage());
    opened.add(page);
    get(page.navigate(at));
    await().atMost(LONG).until(() -> get(page.evaluate("document.title")).asText().length() == 3);
    return page;
  }

  /** Opens a socket, and waits for it. */
  private static void socket(Page page, String name) throws Exception {
    get(
        page.evaluate(
            """
            globalThis.%1$s = new WebSocket("ws://127.0.0.1:%2$d/?%1$s");
            new Promise((done) => { %1$s.onopen = () => done(); })
            """
                .formatted(name, pages.port())));
  }

  private <T extends CaptureEntry> List<T> all(Class<T> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private List<String> texts() {
    return all(Message.class).stream()
        .map(
            message ->
                url(message.connection())
                    + " "
                    + message.direction()
                    + " "
                    + message.bytes().text())
        .toList();
  }

  private String url(int connection) {
    return all(Open.class).stream()
        .filter(open -> open.connection() == connection)
        .map(open -> open.url().replaceFirst(".*[?]", ""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void socketsThatWereOpenBeforeAreKnownByWhatTheyHear() throws Exception {
    Page page = open("/");
    socket(page, "a");
    socket(page, "b");
    get(page.evaluate("a.send('before')"));
    get(ours.findPage(pages.uri("/").toString()));
    await()
        .pollInterval(Duration.ofMillis(300))
        .atMost(LONG)
        .untilAsserted(
            () -> {
              get(page.evaluate("a.send('of a'); b.send(new TextEncoder().encode('of b'))"));
              assertThat(texts())
                  .contains("a SENT of a", "a RECEIVED of a", "b SENT of b", "b RECEIVED of b");
            });
    assertThat(all(Open.class)).hasSize(2).allMatch(open -> open.handshake() == null);
    assertThat(texts()).noneMatch(text -> text.contains("before"));
  }

  @Test
  void theOnlySocketOfAWorkerIsKnownToo() throws Exception {
    Page page = open("/");
    get(
        page.evaluate(
            """
            const code = `
              const s = new WebSocket("ws://127.0.0.1:%d/?worker");
              s.onopen = () => postMessage("open");
              onmessage = () => s.send("now");`;
            globalThis.w = new Worker(URL.createObjectURL(new Blob([code])));
            new Promise((done) => { w.onmessage = done; }).then(() => 0)
            """
                .formatted(pages.port())));
    get(ours.findPage(pages.uri("/").toString()));
    await()
        .pollInterval(Duration.ofMillis(300))
        .atMost(LONG)
        .untilAsserted(
            () -> {
              get(page.evaluate("w.postMessage(1)"));
              assertThat(texts()).contains("worker SENT now", "worker RECEIVED now");
            });
  }

  @Test
  void sharedAndServiceWorkersOfTheTabsOriginsAreHeardAndOthersLeftAlone() throws Exception {
    // it does not wait for us, so that we may come after its first socket, but not after all
    String worker =
        """
        onconnect = () => {};
        setInterval(() => {
          const s = new WebSocket("ws://127.0.0.1:%d/?%s");
          s.onopen = () => s.send("%2$s");
          s.onmessage = () => s.close();
        }, 300);
        """;
    for (String kind : List.of("shared", "service", "foreign")) {
      pages.with("/" + kind + ".js", worker.formatted(pages.port(), kind));
    }
    // an origin of this test's own: a service worker stays
    Page page = open(URI.create("http://localhost:" + pages.port() + "/"));
    Page other = open("/two");
    get(ours.findPage("http://localhost:" + pages.port() + "/"));
    get(
        page.evaluate(
            "new SharedWorker('/shared.js');"
                + " navigator.serviceWorker.register('/service.js').then(() => 0)"));
    get(other.evaluate("new SharedWorker('/foreign.js'); 0"));
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(texts()).contains("shared RECEIVED shared", "service RECEIVED service"));
    assertThat(texts()).noneMatch(text -> text.contains("foreign"));
  }

  @Test
  void noOtherTabIsTouched() throws Exception {
    Page one = open("/");
    Page two = open("/two");
    socket(one, "one");
    socket(two, "two");
    get(ours.findPage(pages.uri("/").toString()));
    // a worker of the other tab begins by itself: nobody waits for us
    get(
        two.evaluate(
            """
            new Promise((done) => {
              const code = new Blob(["postMessage('alive')"]);
              new Worker(URL.createObjectURL(code)).onmessage = () => done();
            })
            """));
    socket(one, "fresh");
    await()
        .pollInterval(Duration.ofMillis(300))
        .atMost(LONG)
        .untilAsserted(
            () -> {
              get(two.evaluate("two.send('of two')"));
              get(one.evaluate("one.send('of one'); fresh.send('fresh')"));
              assertThat(texts()).contains("one RECEIVED of one", "fresh RECEIVED fresh");
            });
    assertThat(all(Open.class)).hasSize(2);
    assertThat(texts()).noneMatch(text -> text.contains("two"));
    assertThat(get(two.evaluate("1 + 1"))).hasToString("2");
  }
}
