package io.github.danmuhub.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.browser.frames.EntryQueue;
import io.github.danmuhub.browser.frames.PageCapture;
import io.github.danmuhub.browser.frames.PageSockets;
import io.github.danmuhub.browser.frames.Whose;
import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many frames, and a large one. */
@Tag("load")
class BrowserLoadTest {
  private static final int MANY = 50_000;
  private static final Duration LONG = Duration.ofMinutes(3);

  private final Path profiles;
  private LocalPages pages;
  private Browser browser;

  BrowserLoadTest(@TempDir Path profiles) {
    this.profiles = profiles;
  }

  @BeforeEach
  void launch() throws Exception {
    assumeTrue(BrowserOptions.isPossible(), "no Chromium here: apt-get install chromium");
    pages = new LocalPages().with("/", "<title>one</title>");
    browser = Browser.start(BrowserOptions.LAUNCH.keepingProfilesIn(profiles), phrase -> {});
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
      pages.close();
    }
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(120, TimeUnit.SECONDS);
  }

  private static void capture(Browser from, Consumer<CaptureEntry> into) throws Exception {
    PageCapture capture = new PageCapture(new Whose(List.of(), null), url -> true, into);
    get(from.watch(new PageSockets(target -> true, capture, System::currentTimeMillis)));
  }

  private Page page(String path) throws Exception {
    Page page = get(browser.newPage());
    get(page.navigate(pages.uri(path)));
    return page;
  }

  private String socket(String then) {
    return """
        globalThis.s = new WebSocket("ws://127.0.0.1:%d/");
        new Promise((done) => { s.onopen = () => { %s; done(); }; })
        """
        .formatted(pages.port(), then);
  }

  @Test
  void fiftyThousandFramesAndOneOfTwentyMegabytesAreAllHeard() throws Exception {
    EntryQueue queue = new EntryQueue();
    capture(browser, queue::offer);
    Page page = page("/");
    get(page.evaluate(socket("s.send('many " + MANY + " 65')")));
    List<Message> heard = new ArrayList<>();
    take(queue, heard, MANY);
    assertThat(heard.stream().map(one -> one.bytes().toBytes()).map(BrowserLoadTest::number))
        .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
    heard.clear();
    get(page.evaluate("s.send('many 1 20000000')"));
    await()
        .atMost(LONG)
        .until(() -> queue.take(100).stream().anyMatch(entry -> size(entry) == 20_000_000));
    assertThat(queue.dropped()).isZero();
  }

  private static int size(CaptureEntry entry) {
    return entry instanceof Message message ? message.bytes().size() : 0;
  }

  private static void take(EntryQueue queue, List<Message> into, int count) throws Exception {
    await()
        .atMost(LONG)
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              for (CaptureEntry entry : queue.take(100)) {
                if (entry instanceof Message message && message.direction() == Direction.RECEIVED) {
                  into.add(message);
                }
              }
              return into.size() >= count;
            });
  }

  private static int number(byte[] frame) {
    return ByteBuffer.wrap(frame).getInt();
  }
}
