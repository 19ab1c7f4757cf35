package io.github.danmuhub.page.figures;

import java.util.Arrays;

/** A sum a minute, of the last {@value #LENGTH} minutes. */
final class MinuteRow {
  static final int LENGTH = 180;
  private static final long MINUTE_MS = 60_000;

  private final long[] sums = new long[LENGTH];
  private long newest;

  /** The minute of a time, counted from the epoch. */
  static long minute(long ms) {
    return Math.floorDiv(ms, MINUTE_MS);
  }

  /** Adds at a minute; one that is out of reach, or ahead of what has been, is forgotten. */
  void add(long minute, long amount) {
    advance(minute);
    if (newest - minute < LENGTH && minute >= 0) {
      int place = place(minute);
      sums[place] = plus(sums[place], amount);
    }
  }

  /** Sums stop at the largest number: what comes from outside must not turn negative. */
  static long plus(long a, long b) {
    long sum = a + b;
    return sum < a && b > 0 ? Long.MAX_VALUE : sum;
  }

  private void advance(long minute) {
    if (minute - newest >= LENGTH) {
      Arrays.fill(sums, 0);
      newest = minute;
    }
    while (newest < minute) {
      newest++;
      sums[place(newest)] = 0;
    }
  }

  long at(long minute) {
    boolean kept = minute <= newest && newest - minute < LENGTH && minute >= 0;
    return kept ? sums[place(minute)] : 0;
  }

  private static int place(long minute) {
    return (int) (minute % LENGTH);
  }
}
