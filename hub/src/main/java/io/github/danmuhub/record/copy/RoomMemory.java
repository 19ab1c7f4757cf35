package io.github.danmuhub.record.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.index.RoomState;
import io.github.danmuhub.record.index.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a room between two runs, as JSON has it.
 *
 * @param broadcast the one that goes on; null for none
 * @param said the room's last word of itself, in JSON v1; null for none
 * @param file the one that is open; null for none
 */
record RoomMemory(
    RoomState state,
    @Nullable Broadcast broadcast,
    @Nullable String said,
    @Nullable CopyFile file) {
  /** A title that fills memories is not remembered. */
  private static final int LONGEST = 2_000;

  /** The part of a {@link Session} that an open one needs. */
  record Broadcast(long id, String title, long started, boolean seenFromStart, long last) {}

  static RoomMemory of(
      RoomState state, @Nullable Session session, @Nullable Room said, @Nullable CopyFile file) {
    Broadcast broadcast =
        session == null
            ? null
            : new Broadcast(
                session.id(),
                session.title(),
                session.started(),
                session.seenFromStart(),
                session.last());
    String text = said == null ? "" : new String(EventWriter.write(new Numbered(0, said)), UTF_8);
    boolean fits = !text.isEmpty() && text.length() <= LONGEST;
    return new RoomMemory(state, broadcast, fits ? text : null, file);
  }

  RoomRef room() {
    return state.room();
  }

  @Nullable Session session() {
    Broadcast b = broadcast;
    return b == null
        ? null
        : new Session(
            b.id(), room(), b.title(), b.started(), 0, b.seenFromStart(), b.last(), List.of());
  }

  @Nullable Room lastSaid() {
    try {
      return said != null && EventReader.read(said.getBytes(UTF_8)).event() instanceof Room room
          ? room
          : null;
    } catch (BadEventException e) {
      return null; // it will say so again
    }
  }
}
