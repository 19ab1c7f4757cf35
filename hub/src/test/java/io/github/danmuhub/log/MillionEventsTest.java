package io.github.danmuhub.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it costs to come back into the middle of a long log. */
@Tag("load")
class MillionEventsTest {
  private static final int EVENTS = 1_000_000;

  @TempDir Path dir = Path.of("");

  private void fill(LogOptions options) throws Exception {
    LogFolder folder = LogFolder.open(options, why -> {});
    try (EventLog log = EventLog.onDisk(1, 1, folder)) {
      for (int i = 1; i <= EVENTS; i++) {
        folder.awaitRoom();
        Origin origin = Origin.ours("bilibili", "room-" + i % 10, 1_795_248_000_000L + i);
        log.append(Chat.of(origin, User.of("" + i % 5_000, "viewer " + i % 5_000), "message " + i));
      }
    }
    assertThat(folder.lost()).isZero();
  }

  @Test
  void aPageFromTheMiddleCostsAtMostAHundredMillisecondsAndTheNextOneTen() throws Exception {
    pagesOf(LogOptions.newest(dir, EVENTS));
  }

  @Test
  void soItDoesInARecordingWithLargeSegments() throws Exception {
    pagesOf(LogOptions.of(dir));
  }

  private void pagesOf(LogOptions options) throws Exception {
    fill(options);
    LogFolder folder = LogFolder.open(options, why -> {});
    try (EventLog log = EventLog.onDisk(1, 1, folder)) {
      Filter room = Filter.of(new Selection(Set.of("bilibili:room-3"), Set.of()));
      List<Double> first = new ArrayList<>();
      List<Double> next = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        long after = 20_011L + i * 24_000L;
        first.add(page(log, after, Filter.ALL, first.isEmpty() ? 1 : 1_000));
        next.add(page(log, after + 1_000, i % 2 == 0 ? Filter.ALL : room, 1_000));
      }
      System.out.printf(
          "%s: first page median %.1f ms, worst %.1f; next median %.1f, worst %.1f%n",
          options.rotateBytes() >> 20, median(first), max(first), median(next), max(next));
      assertThat(median(first)).isLessThan(100);
      assertThat(median(next)).isLessThan(10);
    }
  }

  private static double page(EventLog log, long after, Filter filter, int limit) throws Exception {
    long begun = System.nanoTime();
    Page page = log.read(after, filter, limit);
    double ms = (System.nanoTime() - begun) / 1e6;
    assertThat(page.missed()).isZero();
    assertThat(page.entries()).isNotEmpty();
    assertThat(page.entries().get(0).seq()).isBetween(after + 1, after + 10);
    return ms;
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  private static double max(List<Double> times) {
    return times.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
