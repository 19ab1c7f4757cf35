package io.github.danmuhub.stats;

/** Addition that stops at the largest number: what comes from outside must not turn negative. */
final class Sums {
  private Sums() {}

  static long add(long a, long b) {
    long sum = a + b;
    boolean overflown = ((a ^ sum) & (b ^ sum)) < 0;
    return overflown ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }
}
