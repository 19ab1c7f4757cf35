package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Clock;

/**
 * What a live room does not hear, from the last frame before the loss until it is live again:
 * reported as one {@code gap}. On the room's loop.
 */
final class Deafness {
  private static final long NONE = -1;

  private final Clock clock;
  private final RoomEvents events;
  private long since = NONE;
  private String why = "";

  Deafness(Clock clock, RoomEvents events) {
    this.clock = clock;
    this.events = events;
  }

  /**
   * The room is not heard.
   *
   * @param sinceTicks when it was heard last
   */
  void begins(long sinceTicks, String because) {
    since = sinceTicks;
    why = because;
  }

  /**
   * The room is heard again. The wall clock may have been set meanwhile: its length is in ticks.
   */
  void ends() {
    if (since != NONE) {
      long now = clock.wallMs();
      events.gap(now - (clock.ticks() - since), now, why);
      forget();
    }
  }

  /** Nothing was missed since the loss. */
  void forget() {
    since = NONE;
  }
}
