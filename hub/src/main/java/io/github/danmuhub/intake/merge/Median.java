package io.github.danmuhub.intake.merge;

import java.util.Arrays;
import java.util.OptionalLong;

/** The median of the first {@value #MOST} values. */
final class Median {
  private static final int MOST = 100_000;

  private long[] values = new long[64];
  private int count;

  void add(long value) {
    if (count == MOST) {
      return;
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    values[count++] = value;
  }

  /** Empty where there are no values. */
  OptionalLong get() {
    if (count == 0) {
      return OptionalLong.empty();
    }
    Arrays.sort(values, 0, count);
    return OptionalLong.of(values[count / 2]);
  }
}
