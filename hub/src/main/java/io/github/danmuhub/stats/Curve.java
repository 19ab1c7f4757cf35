package io.github.danmuhub.stats;

import java.util.List;

/** Sums over time as one line of bars; blank where there is nothing. */
final class Curve {
  private static final String BARS = "▁▂▃▄▅▆▇█";

  /** As many bars at most; more minutes share one. */
  private static final int LENGTH = 60;

  private Curve() {}

  static String of(List<? extends Number> minutes) {
    int each = Math.max(1, (minutes.size() + LENGTH - 1) / LENGTH);
    long[] sums = new long[(minutes.size() + each - 1) / each];
    long highest = 1;
    for (int minute = 0; minute < minutes.size(); minute++) {
      sums[minute / each] += minutes.get(minute).longValue();
      highest = Math.max(highest, sums[minute / each]);
    }
    StringBuilder bars = new StringBuilder();
    for (long sum : sums) {
      bars.append(sum <= 0 ? ' ' : bar((double) sum / highest));
    }
    return bars.toString();
  }

  private static char bar(double height) {
    return BARS.charAt((int) Math.min(BARS.length() - 1, height * BARS.length()));
  }
}
