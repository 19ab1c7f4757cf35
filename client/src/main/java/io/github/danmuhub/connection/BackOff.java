package io.github.danmuhub.connection;

import java.util.random.RandomGenerator;

/**
 * Exponential back-off with full jitter: the n-th wait is anywhere between 0 and {@code first ·
 * 2^(n-1)}, never above {@code max}. There is no last attempt. One thread.
 */
final class BackOff {
  private final long firstMs;
  private final long maxMs;
  private final long resetMs;
  private final RandomGenerator random;
  private int failures;

  /**
   * @param resetMs so long live, and the failures before are forgiven
   */
  BackOff(long firstMs, long maxMs, long resetMs, RandomGenerator random) {
    this.firstMs = firstMs;
    this.maxMs = maxMs;
    this.resetMs = resetMs;
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

  /** The room was live for so long. */
  void lived(long ms) {
    if (ms >= resetMs) {
      failures = 0;
    }
  }

  /** The longest wait after so many failures. */
  private long ceiling() {
    int doublings = Math.min(failures - 1, Long.numberOfLeadingZeros(firstMs) - 1);
    return Math.min(maxMs, firstMs << doublings);
  }
}
