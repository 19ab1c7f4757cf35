package io.github.danmuhub.export;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.Selection;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a file says before its first event.
 *
 * @param room the room of the first event
 * @param title what the room told early on, else the broadcast's; empty if neither is known
 * @param area the platform's category; empty where the room did not tell it early on
 * @param start when the first event was received, epoch milliseconds
 */
public record Head(RoomRef room, String title, String area, long start) {
  /** A room tells its title after the lookup, so before anything else. */
  private static final int LOOK_AHEAD = 1_000;

  static Head of(Recording recording, Selection selection) throws IOException {
    try (RecordingReader reader = recording.reader(selection)) {
      Head head = null;
      int seen = 0;
      for (Numbered n = reader.next(); n != null && seen < LOOK_AHEAD; n = reader.next()) {
        Origin origin = n.event().origin();
        if (!selection.takes(origin)) {
          continue;
        }
        head = head == null ? first(origin, selection.title()) : head;
        seen++;
        if (n.event() instanceof Room said && head.room.isOf(origin)) {
          String area = said.area() == null ? "" : said.area();
          return new Head(head.room, said.title(), area, head.start);
        }
      }
      if (head == null) {
        throw new ExportException(nothing(recording.path(), reader.report()));
      }
      return head;
    }
  }

  private static String nothing(Path path, ReadReport report) {
    return "nothing to export: no event of " + path + " fits; " + report.words();
  }

  private static Head first(Origin origin, String title) {
    return new Head(RoomRef.of(origin), title, "", origin.received());
  }

  /** Milliseconds since the start; never negative. */
  long at(Origin origin) {
    return Math.max(0, origin.received() - start);
  }
}
