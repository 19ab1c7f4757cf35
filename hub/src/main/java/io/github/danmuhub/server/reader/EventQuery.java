package io.github.danmuhub.server.reader;

import static io.github.danmuhub.server.problem.ProblemException.bad;

import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.log.Cursor;
import io.github.danmuhub.log.CursorException;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Selection;
import io.github.danmuhub.server.problem.ProblemException;
import io.vertx.core.MultiMap;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What all doors of events understand alike: {@code after}, {@code back}, {@code room}, {@code
 * type}, {@code limit}, {@code wait}. What is wrong ends in a {@link ProblemException}.
 */
final class EventQuery {
  static final int MAX_LIMIT = 1_000;
  static final int MAX_NAMES = 200;
  private static final int MAX_BACK = 1_000_000;
  private static final int MAX_NAME = 200;
  private static final long MAX_WAIT_MS = 60_000;
  private static final Pattern ROOM = Pattern.compile("[a-z0-9_-]+:\\S+");
  private static final Pattern WAIT = Pattern.compile("([0-9]{1,6})(ms|s|)");

  private EventQuery() {}

  /** {@code room} and {@code type}, repeated or parted by commas. */
  static Selection selection(MultiMap query) {
    return selection(split(query.getAll("room")), split(query.getAll("type")));
  }

  static Selection selection(Collection<String> rooms, Collection<String> types) {
    if (rooms.size() > MAX_NAMES || types.size() > MAX_NAMES) {
      throw bad("too-many-names", "name at most " + MAX_NAMES + " rooms and types at once");
    }
    for (String room : rooms) {
      if (room.length() > MAX_NAME || !ROOM.matcher(room).matches()) {
        throw bad("bad-room", "a room is named platform:room, such as bilibili:21452505");
      }
    }
    if (!EventTypes.names().containsAll(types)) {
      throw bad("bad-type", "the types are " + String.join(", ", EventTypes.names()));
    }
    return new Selection(Set.copyOf(rooms), Set.copyOf(types));
  }

  private static Set<String> split(List<String> values) {
    Set<String> names = new LinkedHashSet<>();
    for (String value : values) {
      names.addAll(List.of(value.split(",", MAX_NAMES + 2)));
    }
    return names;
  }

  /** Where to begin: {@code after}, or {@code otherwise}, and so many numbers before that. */
  static long position(EventLog log, MultiMap query, String otherwise) {
    long after = position(log, Objects.requireNonNullElse(query.get("after"), otherwise));
    return Math.max(0, after - back(query.get("back")));
  }

  private static int back(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > MAX_BACK) {
      throw bad("bad-back", "back is a number of events, at most " + MAX_BACK);
    }
    return Integer.parseInt(text);
  }

  /**
   * Where to begin.
   *
   * @param after a cursor, {@code now} or {@code oldest}
   */
  static long position(EventLog log, String after) {
    return switch (after) {
      case "now" -> log.last();
      case "oldest" -> log.oldest();
      default -> follow(log, after);
    };
  }

  private static long follow(EventLog log, String text) {
    try {
      return log.position(Cursor.parse(text));
    } catch (CursorException e) {
      throw switch (e.reason()) {
        case MALFORMED -> bad("bad-cursor", words(e));
        case FUTURE -> bad("cursor-from-the-future", words(e));
        case OTHER_HUB -> new ProblemException(410, "cursor-of-another-hub", words(e));
      };
    }
  }

  private static String words(Exception e) {
    String message = e.getMessage();
    return message == null ? "this cursor cannot be followed" : message;
  }

  static int limit(@Nullable String text) {
    if (text == null) {
      return MAX_LIMIT;
    }
    if (!text.matches("[0-9]{1,4}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MAX_LIMIT) {
      throw bad("bad-limit", "limit is a number from 1 to " + MAX_LIMIT);
    }
    return Integer.parseInt(text);
  }

  /** Milliseconds; 0 where absent. */
  static long wait(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    Matcher matcher = WAIT.matcher(text);
    if (!matcher.matches()) {
      throw bad("bad-wait", "wait is a time such as 30s or 500ms, at most 60s");
    }
    long number = Long.parseLong(matcher.group(1));
    return Math.min(MAX_WAIT_MS, matcher.group(2).equals("ms") ? number : number * 1_000);
  }
}
