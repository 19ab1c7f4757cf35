package io.github.danmuhub.server.policy;

import java.util.function.LongSupplier;

/** So many at once, then one more each so often. Not thread-safe. */
public final class TokenBucket {
  private final long size;
  private final long everyMs;
  private final LongSupplier clock;
  private long filledAt;
  private long level;

  /**
   * A full one.
   *
   * @param everyMs how long one takes to come back
   * @param clock milliseconds
   */
  public TokenBucket(int size, long everyMs, LongSupplier clock) {
    this.size = size * everyMs;
    this.everyMs = everyMs;
    this.clock = clock;
    this.filledAt = clock.getAsLong();
    this.level = this.size;
  }

  /** Takes one; false if there is none. */
  public boolean take() {
    boolean there = waitMs() == 0;
    if (there) {
      level -= everyMs;
    }
    return there;
  }

  /** Until there is one; 0: now. */
  long waitMs() {
    fill();
    return Math.max(0, everyMs - level);
  }

  boolean isFull() {
    fill();
    return level == size;
  }

  /** A clock that is set back fills nothing. */
  private void fill() {
    long now = clock.getAsLong();
    level = Math.min(size, level + Math.max(0, now - filledAt));
    filledAt = now;
  }
}
