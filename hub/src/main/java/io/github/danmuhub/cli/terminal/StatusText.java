package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.event.Connection.Health;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.json.EnumWords;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Cells;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import io.github.danmuhub.text.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How rooms are, in one line that no terminal of 80 columns wraps. Counters that stand at zero say
 * nothing; where not all finds room, the least important goes first.
 */
final class StatusText {
  /** One less: a cursor behind the last column is on the next line in some terminals. */
  private static final int COLUMNS = 79;

  private static final int ROOMS_SHOWN = 3;
  private static final String BETWEEN = " │ ";

  /** The room with its state, and when it was heard: what is never left out. */
  private static final int LEAST = 2;

  private static final int MOST = 7;

  private final Words words;

  /** A room as the line needs it. */
  record Room(RoomRef ref, State state, Health health) {
    static Room of(RoomConnection connection) {
      return new Room(connection.room(), connection.state(), connection.health());
    }
  }

  StatusText(Words words) {
    this.words = words;
  }

  String of(List<Room> rooms) {
    for (boolean platform : new boolean[] {true, false}) {
      for (int parts = MOST; parts >= LEAST; parts--) {
        String line = line(rooms, platform, parts, Integer.MAX_VALUE);
        if (Cells.width(line) <= COLUMNS) {
          return line;
        }
      }
    }
    int shown = Math.min(rooms.size(), ROOMS_SHOWN);
    int share = (COLUMNS - Cells.width(more(rooms))) / shown - BETWEEN.length();
    return Cells.fit(line(rooms, false, LEAST, share), COLUMNS);
  }

  private String line(List<Room> rooms, boolean platform, int parts, int share) {
    return rooms.stream()
        .limit(ROOMS_SHOWN)
        .map(room -> Cells.fit(room(room, platform, parts), share))
        .collect(Collectors.joining(BETWEEN, "", more(rooms)));
  }

  private String more(List<Room> rooms) {
    int more = rooms.size() - ROOMS_SHOWN;
    return more > 0 ? BETWEEN + words.say("status.more", more) : "";
  }

  /** The first so many parts, in the order of their weight. */
  private String room(Room room, boolean platform, int parts) {
    Health health = room.health();
    String name = platform ? room.ref().toString() : room.ref().room();
    String state = words.say("state." + EnumWords.word(room.state()));
    return Stream.of(
            Printable.line(name) + " " + state,
            heard(health.lastFrameMs()),
            counted(health.counts().dropped(), "dropped"),
            counted(health.counts().events(), "event"),
            counted(health.counts().reconnects(), "reconnect"),
            counted(health.counts().malformed(), "malformed"),
            counted(health.counts().unknown(), "unknown"))
        .limit(parts)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String heard(long lastFrameMs) {
    return lastFrameMs < 0
        ? words.say("status.never")
        : words.say("status.heard", lastFrameMs / 1000);
  }

  private String counted(long n, String what) {
    return n == 0 ? "" : words.say(Phrase.count(n, what));
  }
}
