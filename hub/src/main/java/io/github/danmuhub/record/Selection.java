package io.github.danmuhub.record;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.index.Session;
import org.jspecify.annotations.Nullable;

/**
 * A part of a recording.
 *
 * @param room null = every room
 * @param from epoch milliseconds of our clock, inclusive; 0 = from the beginning
 * @param to epoch milliseconds of our clock, inclusive
 * @param title of the broadcast, where no event tells it; empty if it is not known
 */
public record Selection(@Nullable RoomRef room, long from, long to, String title) {
  public static final Selection ALL = ofRoom(null);

  /** All of a room; of every room where {@code room} is null. */
  public static Selection ofRoom(@Nullable RoomRef room) {
    return new Selection(room, 0, Long.MAX_VALUE, "");
  }

  /** One broadcast. */
  public static Selection of(Session session) {
    long to = session.ended() == 0 ? Long.MAX_VALUE : session.ended();
    return new Selection(session.room(), session.started(), to, session.title());
  }

  /** Whether it may begin later than the recording. */
  public boolean beginsLater() {
    return from > 0;
  }

  /** Whether an event is part of it. */
  public boolean takes(Origin origin) {
    return origin.received() >= from
        && origin.received() <= to
        && (room == null || room.isOf(origin));
  }
}
