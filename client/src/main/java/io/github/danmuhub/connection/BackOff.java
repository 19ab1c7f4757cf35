package io.github.danmuhub.connection;

import java.util.random.RandomGenerator;

/**
 * Exponential back-off with full jitter: the n-th wait is anywhere between 0 and {@code first ·
 * 2^(n-1)}, never above the longest. There is no last attempt. One thread.
 */
final class BackOff {
  private final Timing.Waits waits;
  private final RandomGenerator random;
  private int failures;

  BackOff(Timing.Waits waits, RandomGenerator random) {
    this.waits = waits;
    this.random = random;
  }

  /** Counts a failure and says how long to wait after it. */
  long failed() {
    failures = Math.min(failures + 1, Integer.MAX_VALUE - 1);
    return random.nextLong(ceiling() + 1);
  }

  /** Which attempt in a row is running, or is waited for; from 1. */
  int attempt() {
    return failures + 1;
  }

  /** The room was live for this long; long enough, and its earlier failures are forgotten. */
  void lived(long ms) {
    if (ms >= waits.resetMs()) {
      failures = 0;
    }
  }

  /** The longest that the next wait may be. */
  private long ceiling() {
    long first = waits.firstMs();
    int doublings = Math.min(failures - 1, Long.numberOfLeadingZeros(first) - 1);
    return Math.min(waits.mostMs(), first << doublings);
  }
}
