package io.github.danmuhub.server;

import java.util.function.LongSupplier;

/** {@value #PER_SECOND} a second, as many at once after a rest. Not thread-safe. */
final class TokenBucket {
  static final int PER_SECOND = 20;
  private static final long MICROS = 1_000;

  private final LongSupplier clock;
  private long filledAt;
  private long level = PER_SECOND * MICROS;

  /**
   * @param clock milliseconds
   */
  TokenBucket(LongSupplier clock) {
    this.clock = clock;
    this.filledAt = clock.getAsLong();
  }

  boolean take() {
    long now = clock.getAsLong();
    level = Math.min(PER_SECOND * MICROS, level + (now - filledAt) * PER_SECOND);
    filledAt = now;
    if (level < MICROS) {
      return false;
    }
    level -= MICROS;
    return true;
  }
}
