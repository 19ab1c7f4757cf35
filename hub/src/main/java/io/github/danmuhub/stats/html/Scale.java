package io.github.danmuhub.stats.html;

import java.util.Arrays;

/**
 * The height of a chart, a round number.
 *
 * @param top what stands at its upper edge; more than 0
 */
record Scale(double top) {
  private static final double[] ROUND = {1, 2, 4, 5, 10};

  static Scale of(double[] values) {
    double highest = Arrays.stream(values).max().orElse(0);
    if (highest <= 0) {
      return new Scale(1);
    }
    double power = Math.pow(10, Math.floor(Math.log10(highest)));
    for (double round : ROUND) {
      if (highest <= round * power) {
        return new Scale(round * power);
      }
    }
    return new Scale(10 * power);
  }

  /** Of a value, from 0 to 1. */
  double share(double value) {
    return Math.max(0, Math.min(1, value / top));
  }
}
