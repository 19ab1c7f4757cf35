package io.github.danmuhub.export;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.index.Session;
import io.github.danmuhub.record.segment.RecordingReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What of a recording is exported.
 *
 * @param room null = all
 * @param from epoch milliseconds of our clock, inclusive
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

  /** Of a recording no more than has to be read. */
  RecordingReader reader(Recording recording) throws IOException {
    return recording.reader(room, from, to);
  }

  boolean takes(Origin origin) {
    return origin.received() >= from && origin.received() <= to && isOf(origin);
  }

  private boolean isOf(Origin origin) {
    return room == null
        || (room.room().equals(origin.room()) && room.platform().equals(origin.platform()));
  }
}
