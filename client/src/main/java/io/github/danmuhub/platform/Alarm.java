package io.github.danmuhub.platform;

import java.util.function.LongConsumer;

/**
 * A session's one timer: asks for {@link Out#wakeAt} only where what is due first has changed, so
 * that a frame costs no timer. One thread.
 */
public final class Alarm {
  /** Nothing is due. */
  public static final long NEVER = Long.MAX_VALUE;

  private long at = NEVER;

  /**
   * It is to ring at {@code due}, epoch milliseconds; where that is {@link #NEVER}, it may ring.
   */
  public void set(long due, Out out) {
    set(due, out::wakeAt);
  }

  /** It is to ring at {@code due}, in ticks; where that is {@link #NEVER}, it may ring. */
  public void set(long due, RoomContext context) {
    set(due, context::wakeAt);
  }

  private void set(long due, LongConsumer wakeAt) {
    if (due != at && due != NEVER) {
      wakeAt.accept(due);
    }
    at = due;
  }

  /** When {@code due} is, by a clock that was set back. */
  public static long earlier(long due, long byMs) {
    return due == NEVER ? NEVER : due - byMs;
  }

  /** {@link RoomSession#onWake} was called, so {@link Out#wakeAt} must be called again. */
  public void rang() {
    at = NEVER;
  }
}
