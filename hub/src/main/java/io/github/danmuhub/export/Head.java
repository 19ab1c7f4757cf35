package io.github.danmuhub.export;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a file says before its first event.
 *
 * @param source what is exported, as a person called it
 * @param room the room of the first event
 * @param title what the room told early on, else the broadcast's; empty if neither is known
 * @param area the platform's category; empty where the room did not tell it early on
 * @param anchor whose room it is, by name; empty where the room did not tell it early on
 * @param since when the broadcast began, epoch milliseconds; where that was not told early on, when
 *     the first event was received
 * @param start what times count from, epoch milliseconds: when the first event was received
 */
public record Head(
    Path source, RoomRef room, String title, String area, String anchor, long since, long start) {
  /** A room tells its title after the lookup, so before anything else. */
  private static final int LOOK_AHEAD = 1_000;

  static Head of(EventSource source, Selection selection) throws IOException {
    try (EventReading reader = source.open(selection)) {
      Beginning beginning = null;
      int seen = 0;
      for (Numbered n = reader.next(); n != null && seen < LOOK_AHEAD; n = reader.next()) {
        Origin origin = n.event().origin();
        if (selection.takes(origin)) {
          beginning = beginning == null ? new Beginning(origin) : beginning;
          beginning.hear(n.event());
          seen = beginning.isWhole() ? LOOK_AHEAD : seen + 1;
        }
      }
      if (beginning == null) {
        throw new ExportException(nothing(source.path(), reader.report()));
      }
      return beginning.head(source.path(), selection.title());
    }
  }

  private static Phrase nothing(Path path, ReadReport report) {
    return Phrase.of("export.nothing", path, report.words());
  }

  /** The same, its times counted from another moment. */
  Head withStart(long epochMs) {
    return new Head(source, room, title, area, anchor, since, epochMs);
  }

  /** Milliseconds since the start; never negative. */
  long at(Origin origin) {
    return Math.max(0, origin.received() - start);
  }

  /** What the first room tells, each thing as it does so first. */
  private static final class Beginning {
    private final RoomRef room;
    private final long start;
    private String title = "";
    private String area = "";
    private String anchor = "";
    private boolean told;
    private long since;

    Beginning(Origin first) {
      this.room = RoomRef.of(first);
      this.start = first.received();
    }

    void hear(LiveEvent event) {
      if (event instanceof Room said && !told && room.isOf(said.origin())) {
        told = true;
        title = said.title();
        area = said.area() == null ? "" : said.area();
        anchor = said.anchor() == null ? "" : said.anchor().displayName();
      } else if (event instanceof Broadcast said && since == 0 && room.isOf(said.origin())) {
        since = said.since();
      }
    }

    boolean isWhole() {
      return told && since > 0;
    }

    Head head(Path source, String otherTitle) {
      long began = since > 0 ? since : start;
      return new Head(source, room, told ? title : otherTitle, area, anchor, began, start);
    }
  }
}
