package io.github.danmuhub.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./check load}: pages that are kept open for hours while everybody talks. */
@Tag("load")
class PagesLoadTest {
  /** Shorter for a look: {@code -Ddanmu.load.seconds=60}. */
  private static final int SECONDS = Integer.getInteger("danmu.load.seconds", 600);

  private static final double ROOMS = 3;
  private static final double MIB = 1 << 20;

  private Browser browser;

  @BeforeEach
  void start() {
    browser = Browser.start();
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

  /** What the page's process did meanwhile, as a share of a core. */
  private double load(int seconds) {
    Map<String, Double> before = browser.metrics();
    pass(seconds);
    Map<String, Double> after = browser.metrics();
    double cpu = metric(after, "ProcessTime") - metric(before, "ProcessTime");
    return cpu / (metric(after, "Timestamp") - metric(before, "Timestamp"));
  }

  @Test
  void theDashboardStaysLightAt200MessagesASecond() throws Exception {
    try (ShownHub hub = ShownHub.start(200 / ROOMS).withRooms()) {
      browser.size(1280, 800).open(hub.page("/?lang=en")).sees(".row.chat", "");
      pass(10);
      double load = load(SECONDS);
      double heap = metric(browser.metrics(), "JSHeapUsedSize") / MIB;
      System.out.printf("dashboard: %.0f %% of a core, %.0f MiB of heap%n", load * 100, heap);
      assertThat(load).isLessThan(0.25);
      assertThat(heap).as("100,000 messages and the page").isLessThan(120);
      assertThat(browser.count(".row")).isLessThanOrEqualTo(360);
    }
  }

  @Test
  void anOverlayIsBoundedAt500MessagesASecond() throws Exception {
    try (ShownHub hub = ShownHub.start(500 / ROOMS).withRooms()) {
      browser.size(480, 800).open(hub.page("/overlay/chat?smooth=0")).sees(".line", "");
      pass(10);
      double before = metric(browser.metrics(), "JSHeapUsedSize") / MIB;
      double load = load(Math.min(SECONDS, 60));
      double after = metric(browser.metrics(), "JSHeapUsedSize") / MIB;
      System.out.printf(
          "overlay: %.0f %% of a core, heap %.1f, then %.1f MiB%n", load * 100, before, after);
      assertThat(after).isLessThan(before + 5);
      assertThat(browser.count(".line")).isLessThanOrEqualTo(30);
    }
  }
}
