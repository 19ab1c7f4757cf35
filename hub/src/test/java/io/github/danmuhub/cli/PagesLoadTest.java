package io.github.danmuhub.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./check load}: pages that are kept open for hours while everybody talks. */
@Tag("load")
class PagesLoadTest {
  /** Shorter for a look: {@code -Ddanmu.load.seconds=60}. */
  private static final int SECONDS = Integer.getInteger("danmu.load.seconds", 600);

  private static final int MINUTE = Math.min(SECONDS, 60);

  /** By then the window of 100,000 messages is full. */
  private static final int FULL = 540;

  private static final double ROOMS = 3;
  private static final double MIB = 1 << 20;

  private Browser browser;

  @BeforeEach
  void start() {
    browser = Browser.traced();
  }

  @AfterEach
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void pass(int seconds) {
    await()
        .pollDelay(Duration.ofSeconds(seconds))
        .atMost(Duration.ofSeconds(seconds + 10L))
        .until(() -> true);
  }

  private static double metric(Map<String, Double> metrics, String name) {
    return requireNonNull(metrics.get(name), name);
  }

  private double heap() {
    return metric(browser.measures().metrics(), "JSHeapUsedSize") / MIB;
  }

  /** What the page's process did meanwhile, as a share of a core. */
  private double load(int seconds) {
    Map<String, Double> before = browser.measures().metrics();
    pass(seconds);
    Map<String, Double> after = browser.measures().metrics();
    double cpu = metric(after, "ProcessTime") - metric(before, "ProcessTime");
    return cpu / (metric(after, "Timestamp") - metric(before, "Timestamp"));
  }

  @Test
  void theDashboardStaysLightAt200MessagesASecond() throws Exception {
    try (ShownHub hub = ShownHub.start(200 / ROOMS).withRooms()) {
      browser.size(1280, 800).open(hub.page("/?lang=en")).sees(".row.chat", "");
      pass(10);
      int before = Math.min(SECONDS, FULL);
      double first = load(before);
      double full = heap();
      double load = (first * before + load(60) * 60) / (before + 60);
      double heap = heap();
      System.out.printf(
          "dashboard: %.0f %% of a core, heap %.0f, a minute later %.0f MiB%n",
          load * 100, full, heap);
      assertThat(load).isLessThan(0.25);
      assertThat(heap).as("100,000 messages and the page").isLessThan(140);
      assertThat(browser.count(".row")).isLessThanOrEqualTo(360);
      if (before == FULL) {
        assertThat(heap).as("flat").isLessThan(full + 5);
      }
    }
  }

  @Test
  void theDashboardScrollsSmoothlyMeanwhile() throws Exception {
    try (ShownHub hub = ShownHub.start(200 / ROOMS).withRooms()) {
      browser.size(1280, 800).open(hub.page("/?lang=en")).sees(".row.chat", "");
      pass(30);
      @SuppressWarnings("unchecked") // as the script returns it
      Map<String, Number> seen = (Map<String, Number>) browser.measures().scroll("#lines", 10);
      long frames = requireNonNull(seen.get("frames")).longValue();
      long task = requireNonNull(seen.get("task")).longValue();
      double slow = requireNonNull(seen.get("slow")).doubleValue() / frames;
      System.out.printf(
          "scrolling: %d frames, %.1f %% over 33 ms, longest task %d ms%n",
          frames, slow * 100, task);
      assertThat(slow).isLessThanOrEqualTo(0.05);
      assertThat(task).isLessThanOrEqualTo(50);
    }
  }

  @Test
  void anOverlayIsBoundedAndTellsAllAt500MessagesASecond() throws Exception {
    try (ShownHub hub = ShownHub.start(500 / ROOMS).withRooms()) {
      for (int smooth = 0; smooth <= 1; smooth++) {
        String page = "/overlay/chat?smooth=" + smooth;
        browser.size(480, 800).open(hub.page(page)).sees(".line", "");
        pass(10);
        double before = heap();
        double load = load(MINUTE);
        double after = heap();
        Map<?, ?> tally = tally();
        System.out.printf(
            "overlay, smooth=%d: %.0f %% of a core, heap %.1f, then %.1f MiB, %s%n",
            smooth, load * 100, before, after, tally);
        assertThat(after).isLessThan(before + 5);
        assertThat(browser.count(".line")).isLessThanOrEqualTo(30);
        assertThat(number(tally, "late")).as("ms").isLessThanOrEqualTo(1_000 + smooth * 2_500L);
        long told =
            number(tally, "shown")
                + number(tally, "merged")
                + number(tally, "dropped")
                + number(tally, "leftOut")
                + number(tally, "waiting");
        assertThat(told).isEqualTo(number(tally, "heard"));
      }
    }
  }

  private Map<?, ?> tally() {
    return (Map<?, ?>) browser.askModule("overlay/tally.js", "return module.tally;");
  }

  private static long number(Map<?, ?> tally, String name) {
    return ((Number) requireNonNull(tally.get(name), name)).longValue();
  }

  @Test
  void anOverlayThatHasNothingToShowPaintsNothing() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      browser.size(480, 800).open(hub.page("/overlay/chat")).sees("main.lines", "");
      hub.say(Said.chat("m1", "Ann", "hello"));
      browser.sees(".line", "hello");
      pass(MINUTE);
      hub.say(Said.chat("m2", "Ann", "and again"));
      browser.sees(".line", "again");
      pass(2);
      double silence = longest(browser.measures().paints());
      System.out.printf("idle: nothing painted for %.0f s of %d%n", silence, MINUTE);
      assertThat(silence).isGreaterThan(MINUTE - 4.0);
    }
  }

  /** The longest time between two of them. */
  private static double longest(List<Double> times) {
    return IntStream.range(1, times.size())
        .mapToDouble(i -> times.get(i) - times.get(i - 1))
        .max()
        .orElseThrow();
  }

  @Test
  void aCountdownPaintsOnceASecond() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      browser.size(900, 80).open(hub.page("/overlay/ticker")).sees("main.ticker", "");
      for (int i = 0; i < 8; i++) {
        hub.say(Said.superChat("sc" + i, "Ann", "look", 100));
      }
      browser.sees(".card", "Ann");
      pass(23);
      List<Double> paints = browser.measures().paints();
      double end = paints.get(paints.size() - 1);
      long frames =
          paints.stream()
              .filter(at -> at > end - 20)
              .map(at -> Math.round(at * 10))
              .distinct()
              .count();
      System.out.printf("ticker: %d times painted in 20 s%n", frames);
      assertThat(frames).isBetween(15L, 22L);
    }
  }

  @Test
  void theDashboardIsPaintedAtOnce() throws Exception {
    try (ShownHub hub = ShownHub.start(5).withRooms()) {
      browser.size(1280, 800).open(hub.page("/?lang=en")).sees(".row.chat", "");
      List<Double> paints =
          IntStream.range(0, 5)
              .mapToObj(i -> browser.open(hub.page("/?lang=en")).sees(".row.chat", ""))
              .map(each -> each.measures().firstPaint())
              .sorted()
              .toList();
      System.out.printf("first paints: %s ms%n", paints);
      assertThat(paints.get(2)).isLessThanOrEqualTo(300);
    }
  }
}
