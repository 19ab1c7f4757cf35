package io.github.danmuhub.connection;

/**
 * Courtesy: spreads the attempts of all rooms of one platform. Reads no clock. Thread-safe: rooms
 * on several loops share it.
 */
public final class Pacer {
  private final long intervalMs;
  private long nextFree = Long.MIN_VALUE;
  private long lastAsked = Long.MIN_VALUE;

  public Pacer(long intervalMs) {
    this.intervalMs = intervalMs;
  }

  /** When the caller may go, epoch milliseconds; {@code now} if nobody is before it. */
  public synchronized long reserve(long now) {
    if (now < lastAsked) {
      nextFree -= lastAsked - now; // the clock was set back, and with it all that was reserved
    }
    lastAsked = now;
    long turn = Math.max(now, nextFree);
    nextFree = turn + intervalMs;
    return turn;
  }
}
