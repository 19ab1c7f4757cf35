package io.github.danmuhub.app;

import io.github.danmuhub.event.Connection;
import org.jspecify.annotations.Nullable;

/**
 * How a room is.
 *
 * @param title of the broadcast; null before it is known
 */
public record RoomStatus(
    String platform,
    String room,
    Connection.State state,
    @Nullable String title,
    Connection.Health health) {

  /** {@code platform:room}. */
  public String key() {
    return platform + ":" + room;
  }
}
