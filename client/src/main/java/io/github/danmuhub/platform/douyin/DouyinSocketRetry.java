package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Alarm;
import io.github.danmuhub.platform.Clock;

/**
 * When the socket is tried again while we poll: after {@value #FIRST_MS} ms, then twice as long
 * after each further attempt in vain, {@value #LONGEST_MS} ms at most. One thread.
 *
 * <p>An attempt misses nothing, and is no gap: its ticket is {@code im/fetch} after the last poll's
 * cursor, that is, one more poll, and both the socket and the next poll go on after the cursor that
 * it gives. How long the platform keeps what follows a cursor is not known; so this counts only as
 * long as polls may be apart anyway. What takes longer is a gap.
 */
final class DouyinSocketRetry {
  static final long FIRST_MS = 300_000;
  static final long LONGEST_MS = 1_800_000;

  private final Clock clock;
  private long wait = FIRST_MS;
  private long at = Alarm.NEVER;
  private long left = Alarm.NEVER;

  DouyinSocketRetry(Clock clock) {
    this.clock = clock;
  }

  /** Polling begins, since the socket was refused or let us hear nothing. */
  void polling() {
    at = clock.ticks() + wait;
    wait = Math.min(2 * wait, LONGEST_MS);
  }

  /** The socket lets us hear messages: the next failure is a first one. */
  void succeeded() {
    wait = FIRST_MS;
  }

  /** The polls stop for the attempt. */
  void begin() {
    at = Alarm.NEVER;
    left = clock.ticks();
  }

  /** A line is open: whether it is the end of an attempt in which nothing was missed. */
  boolean endsInTime() {
    boolean inTime = left != Alarm.NEVER && clock.ticks() - left <= DouyinPolling.LONGEST_MS;
    left = Alarm.NEVER;
    return inTime;
  }

  /** We do not poll any more. */
  void cancel() {
    at = Alarm.NEVER;
  }

  /** In ticks; {@link Alarm#NEVER}. */
  long at() {
    return at;
  }
}
