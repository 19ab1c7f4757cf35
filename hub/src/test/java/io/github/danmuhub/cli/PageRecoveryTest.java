package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.browser.Page;
import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.testing.Captures;
import io.github.danmuhub.testing.Heard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms through their pages, when it goes wrong, and for longer. */
@Tag("load")
class PageRecoveryTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  /** Both are connected long before the programme goes on behind its first message. */
  private static final long HEAD_START_MS = 20_000;

  @Test
  void aReplayedProgrammeIsHeardAsByTheDirectConnection(@TempDir Path profiles) throws Exception {
    Heard direct = new Heard();
    try (Simulator simulator = Hosted.replaying(0, PagedRooms.ROOM, programme());
        PagedRooms paged = new PagedRooms(simulator, profiles)) {
      paged.heard.awaitState(State.LIVE, 1, LONG);
      try (DanmuClient client = Hosted.client(simulator)) {
        client.listen("direct", direct);
        client.open(PagedRooms.ROOM);
        direct.awaitState(State.LIVE, 1, LONG);
        long both = System.currentTimeMillis();
        await()
            .pollInterval(Duration.ofSeconds(2))
            .atMost(LONG)
            .until(() -> since(direct, both).size() > 50 && isQuiet(direct, paged.heard));
        assertThat(since(paged.heard, both)).containsExactlyElementsOf(since(direct, both));
        assertThat(since(direct, both)).anyMatch(line -> line.startsWith("Gift"));
      }
    }
  }

  private static boolean isQuiet(Heard... all) {
    long now = System.currentTimeMillis();
    return Stream.of(all)
        .flatMap(heard -> heard.events().stream())
        .filter(event -> event.origin().id() != null)
        .noneMatch(event -> now - event.origin().received() < 5_000);
  }

  private static List<String> since(Heard heard, long time) {
    return heard.events().stream()
        .filter(event -> event.origin().id() != null && event.origin().received() > time)
        .map(PageRecoveryTest::words)
        .toList();
  }

  private static String words(LiveEvent event) {
    String gift = event instanceof Gift one ? " " + one.count() + " " + one.value() : "";
    String chat = event instanceof Chat one ? " " + one.text() : "";
    return PagedRooms.messages(List.of(event)).get(0) + gift + chat;
  }

  private static List<RecordedFrame> programme() throws Exception {
    List<RecordedFrame> frames = new ArrayList<>();
    add(frames, Captures.dir().resolve("douyin/2022-12-28_chat_dyspider.bin"));
    try (Stream<Path> files = Files.list(Captures.dir().resolve("douyin/synthetic"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".bin")).sorted().toList()) {
        add(frames, file);
      }
    }
    return frames;
  }

  private static void add(List<RecordedFrame> frames, Path file) throws Exception {
    CaptureReader.read(file).inbound().stream()
        .filter(RecordedFrame.class::isInstance)
        .map(RecordedFrame.class::cast)
        .forEach(
            frame ->
                frames.add(
                    new RecordedFrame(
                        frames.isEmpty() ? 1 : HEAD_START_MS + frames.size() * 20L,
                        frame.kind(),
                        frame.bytes())));
  }

  @Test
  void aTabThatCrashesAPageThatIsReloadedAndABrowserThatIsKilledAreLiveAgain(@TempDir Path profiles)
      throws Exception {
    try (Simulator simulator = Hosted.scripted(20, PagedRooms.ROOM);
        PagedRooms paged = new PagedRooms(simulator, profiles)) {
      paged.heard.awaitState(State.LIVE, 1, LONG);
      paged.byHand(
          simulator.uri(),
          page -> {
            var unused = page.target().call("Page.crash", Map.of());
            return page.gone();
          });
      paged.heard.awaitState(State.LIVE, 2, LONG);
      paged.heard.awaitMore(Chat.class, 5, LONG);
      String tab = paged.tab(simulator.uri());
      paged.byHand(simulator.uri(), Page::reload);
      paged.heard.awaitState(State.LIVE, 3, LONG);
      paged.heard.awaitMore(Chat.class, 5, LONG);
      paged.byHand(simulator.uri(), page -> page.evaluate("socket.close()"));
      paged.heard.awaitState(State.LIVE, 4, LONG);
      paged.heard.awaitMore(Chat.class, 5, LONG);
      assertThat(paged.tab(simulator.uri())).as("the page is reloaded, not opened").isEqualTo(tab);
      paged.killBrowser();
      paged.heard.awaitState(State.LIVE, 5, LONG);
      paged.heard.awaitMore(Chat.class, 5, LONG);
    }
    assertThat(profiles).isEmptyDirectory();
  }

  @Test
  void aPageThatIsNotLetInPollsAndIsHeardAllTheSame(@TempDir Path profiles) throws Exception {
    PendingFaults faults = new PendingFaults(Map.of(Fault.HANDSHAKE_502, PendingFaults.ALWAYS), 0);
    try (Simulator simulator = Hosted.faulty(faults, PagedRooms.ROOM);
        PagedRooms paged = new PagedRooms(simulator, profiles)) {
      paged.heard.awaitState(State.LIVE, 1, LONG);
      paged.heard.awaitMore(Chat.class, 5, LONG);
      assertThat(simulator.tallies().get("douyin")).containsKey("polls");
      assertThat(PagedRooms.messages(List.copyOf(paged.heard.all(Chat.class))))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aPageThatAsksForACaptchaIsAStateInWords(@TempDir Path profiles) throws Exception {
    PendingFaults faults = new PendingFaults(Map.of(Fault.LOOKUP_REFUSED, PendingFaults.ALWAYS), 0);
    try (Simulator simulator = Hosted.faulty(faults, PagedRooms.ROOM);
        PagedRooms paged = new PagedRooms(simulator, profiles)) {
      Connection waits = paged.heard.awaitState(State.WAITING, 1, LONG);
      assertThat(waits.detail())
          .contains("the page asks for a captcha: solve it in your own browser");
    }
  }
}
