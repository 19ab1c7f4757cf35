package io.github.danmuhub.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.browser.frames.Caller;
import io.github.danmuhub.browser.frames.CallerHook;
import io.github.danmuhub.browser.frames.PageCapture;
import io.github.danmuhub.browser.frames.PageSockets;
import io.github.danmuhub.browser.frames.PolledAnswers;
import io.github.danmuhub.browser.frames.Whose;
import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.platform.FrameKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a launched Chromium tells of a page's sockets. */
class PageFramesTest {
  private final Queue<CaptureEntry> heard = new ConcurrentLinkedQueue<>();
  private final Queue<Caller> callers = new ConcurrentLinkedQueue<>();
  private LocalPages pages;
  private Browser browser;

  @BeforeEach
  void launch(@TempDir Path profiles) throws Exception {
    assumeTrue(ChromiumCommand.find().isPresent(), "no Chromium here: apt-get install chromium");
    pages = new LocalPages();
    browser = Browser.start(BrowserOptions.LAUNCH.keepingProfilesIn(profiles), phrase -> {});
    PageCapture capture = new PageCapture(new Whose(List.of(), null), url -> true, heard::add);
    get(browser.watch(new PageSockets(target -> true, capture, System::currentTimeMillis)));
    get(
        browser.watch(
            new PolledAnswers(
                target -> true,
                url -> url.contains("/poll"),
                (target, answer) -> capture.polled(answer),
                System::currentTimeMillis)));
    get(browser.watch(new CallerHook(target -> true, "_told", callers::add)));
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
      pages.close();
    }
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private <T extends CaptureEntry> Stream<T> all(Class<T> type) {
    return heard.stream().filter(type::isInstance).map(type::cast);
  }

  private String kind(int connection) {
    return all(Open.class)
        .filter(open -> open.connection() == connection)
        .map(open -> open.url().replaceFirst(".*[?]", ""))
        .findFirst()
        .orElse("?");
  }

  @Test
  void everyKindOfSocketIsHeardOnceBothWaysWithItsPlacesInTheScripts() throws Exception {
    pages.with("/poll.js", "answer 1");
    Page page = get(browser.newPage());
    get(page.navigate(SixKinds.on(pages)));
    get(page.evaluate("fetch('/poll.js?n=1').then((answer) => answer.text())"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(all(Message.class)).hasSize(6 * 4);
              assertThat(all(Http.class)).hasSize(1);
              assertThat(callers).hasSize(6 * 3);
            });
    assertThat(all(Open.class).map(open -> open.madeAt().get(0).toString()))
        .containsExactlyInAnyOrderElementsOf(
            SixKinds.ALL.stream().map(kind -> at(kind, SixKinds.MADE)).toList());
    assertThat(all(Message.class).map(this::words))
        .containsExactlyInAnyOrderElementsOf(
            SixKinds.ALL.stream()
                .flatMap(
                    kind ->
                        Stream.of(
                            kind + " SENT TEXT text of " + kind,
                            kind + " RECEIVED TEXT text of " + kind,
                            kind + " SENT BINARY 0102ff",
                            kind + " RECEIVED BINARY 0102ff"))
                .toList());
    assertThat(callers.stream().filter(one -> one.what().equals("send")).map(this::sender))
        .containsExactlyInAnyOrderElementsOf(
            SixKinds.ALL.stream()
                .flatMap(
                    kind ->
                        SixKinds.SENDS.stream()
                            .map(place -> kind + " " + at(kind, place) + " WebSocket.greet"))
                .toList());
    assertThat(
            callers.stream()
                .filter(one -> one.what().equals("onmessage"))
                .map(one -> one.place().toString()))
        .containsExactlyInAnyOrderElementsOf(
            SixKinds.ALL.stream().map(kind -> at(kind, SixKinds.LISTENS)).toList());
    assertThat(all(Http.class).findFirst())
        .hasValueSatisfying(answer -> assertThat(answer.body().text()).isEqualTo("answer 1"));
    long now = System.currentTimeMillis();
    assertThat(heard).allMatch(entry -> Math.abs(now - entry.time()) < 300_000);
  }

  private String at(String kind, String place) {
    String host = kind.equals("other") ? "localhost" : "127.0.0.1";
    return "http://" + host + ":" + pages.port() + "/" + kind + ".js" + place;
  }

  private String words(Message message) {
    String bytes =
        message.kind() == FrameKind.TEXT
            ? message.bytes().text()
            : HexFormat.of().formatHex(message.bytes().toBytes());
    return kind(message.connection())
        + " "
        + message.direction()
        + " "
        + message.kind()
        + " "
        + bytes;
  }

  private String sender(Caller caller) {
    return caller.socket().replaceFirst(".*[?]", "") + " " + caller.place();
  }

  @Test
  void thePageSeesNothingOfTheHookWhereItLooksForIt() throws Exception {
    pages.with("/", "<title>one</title>");
    Page page = get(browser.newPage());
    get(page.navigate(pages.uri("/")));
    assertThat(
            get(
                page.evaluate(
                    """
                    Error.prepareStackTrace = () => 7;
                    const own = new WebSocket("ws://127.0.0.1:%d/");
                    own.onmessage = () => {};
                    let thrown = "";
                    try { own.send("too early"); } catch (e) { thrown = e.name; }
                    [WebSocket.prototype.send.toString(), thrown, new Error().stack,
                      Error.stackTraceLimit, typeof _told].join(" ")
                    """
                        .formatted(pages.port()))))
        .hasToString("\"function () { [native code] } InvalidStateError 7 10 undefined\"");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(callers.stream().map(one -> one.what() + " " + one.place().line()))
                    .containsExactly("onmessage 3", "send 5"));
  }

  @Test
  void aFrameOfMegabytesIsOneMessage() throws Exception {
    Page page = get(browser.newPage());
    pages.with("/", "<title>large</title>");
    get(page.navigate(pages.uri("/")));
    var unused =
        page.evaluate(
            """
            const s = new WebSocket("ws://127.0.0.1:%d/");
            s.onopen = () => s.send(new Uint8Array(3000000));
            """
                .formatted(pages.port()));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        all(Message.class)
                            .filter(one -> one.direction() == Direction.RECEIVED)
                            .map(one -> one.bytes().size()))
                    .containsExactly(3_000_000));
  }
}
