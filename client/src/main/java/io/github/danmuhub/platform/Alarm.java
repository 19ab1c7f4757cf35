package io.github.danmuhub.platform;

/**
 * A session's one timer: asks for {@link RoomContext#wakeAt} only where what is due first has
 * changed, so that a frame costs no timer. One thread.
 */
public final class Alarm {
  /** Nothing is due. */
  public static final long NEVER = Long.MAX_VALUE;

  private long at = NEVER;

  /** It is to ring at {@code due}, in ticks; where that is {@link #NEVER}, it may ring. */
  public void set(long due, RoomContext context) {
    if (due != at && due != NEVER) {
      context.wakeAt(due);
    }
    at = due;
  }

  /** {@link RoomSession#onWake} was called, so {@link RoomContext#wakeAt} must be called again. */
  public void rang() {
    at = NEVER;
  }
}
