package io.github.danmuhub.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sums per minute from the first one on. At most {@link #LIMIT} minutes; the last takes the rest.
 */
final class Minutes {
  static final long MINUTE_MS = 60_000;

  /** A year: a clock that jumps must not cost memory. */
  static final int LIMIT = 366 * 24 * 60;

  private final long start;
  private long[] sums = new long[64];
  private int count;

  Minutes(long start) {
    this.start = start;
  }

  void add(long at, long amount) {
    int minute = (int) Math.min(LIMIT - 1, Math.max(0, (at - start) / MINUTE_MS));
    if (minute >= sums.length) {
      sums = Arrays.copyOf(sums, Math.max(minute + 1, sums.length * 2));
    }
    sums[minute] = Sums.add(sums[minute], amount);
    count = Math.max(count, minute + 1);
  }

  List<Long> sums() {
    return Arrays.stream(sums, 0, count).boxed().toList();
  }

  /** The busiest minutes, none next to another. */
  List<Report.Peak> peaks(int most) {
    List<Integer> order = new ArrayList<>();
    for (int minute = 0; minute < count; minute++) {
      order.add(minute);
    }
    order.sort(Comparator.comparingLong((Integer minute) -> -sums[minute]));
    List<Report.Peak> peaks = new ArrayList<>();
    boolean[] near = new boolean[count + 2];
    for (int minute : order) {
      if (peaks.size() < most && sums[minute] > 0 && !near[minute + 1]) {
        peaks.add(new Report.Peak(start + minute * MINUTE_MS, (int) sums[minute]));
        near[minute] = true;
        near[minute + 2] = true;
      }
    }
    return peaks;
  }
}
