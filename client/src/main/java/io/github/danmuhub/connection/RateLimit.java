package io.github.danmuhub.connection;

/** Lets a fixed number through each second; the caller counts the rest. One thread. */
final class RateLimit {
  private static final long SECOND = 1_000;

  private final int limit;
  private long second = Long.MIN_VALUE;
  private int used;

  RateLimit(int limit) {
    this.limit = limit;
  }

  boolean allows(long ticks) {
    if (second == Long.MIN_VALUE || ticks - second >= SECOND) {
      second = ticks;
      used = 0;
    }
    return used++ < limit;
  }
}
