package io.github.danmuhub.script;

import io.github.danmuhub.event.LiveEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a platform's messages can carry, as a table: the types of events, and of each its fields,
 * its words and the precision of its time. {@link #of} reduces any event to that, so that what a
 * session reads of an encoded event must equal it. docs/platforms.md is made from these tables.
 * Immutable.
 */
public final class Carried {
  /** What the ids of messages and users are. */
  public enum Ids {
    /** Signed numbers of 64 bits: any other id becomes such a number, always the same. */
    NUMBERS,
    /** Such numbers for users and gifts, any text for messages. */
    NUMBERS_FOR_USERS,
    /** Any text. */
    TEXT
  }

  /** A field that not every platform has; what is not listed here, all have. */
  public enum Field {
    ID,
    USER,
    AVATAR,
    BADGE,
    BADGE_ROOM,
    LEVEL,
    COLOR,
    EMOTES,
    IMAGE,
    REPLY_TO,
    REPEATED,
    COMBO,
    VALUE,
    WORTH,
    BOX,
    TO,
    SECONDS,
    TERM,
    /** A membership is joining the club whose badge the user wears: its tier is the badge's. */
    TIER_OF_BADGE,
    EFFECT,
    TOTAL,
    SCORE,
    SINCE,
    AREA,
    ANCHOR,
    ENDS,
    TARGET,
    TEXT,
    PRIZE,
    /** Of a prize, what it is called alone. */
    PRIZE_NAME,
    WINNERS
  }

  /** The platform tells no time. */
  public static final int NO_TIME = 0;

  public static final int MILLISECONDS = 1;
  public static final int SECONDS = 1_000;

  private final Ids ids;
  private final Set<String> currencies;
  private final Map<Class<? extends LiveEvent>, Line> lines;

  private Carried(Ids ids, Set<String> currencies, Map<Class<? extends LiveEvent>, Line> lines) {
    this.ids = ids;
    this.currencies = currencies;
    this.lines = lines;
  }

  /**
   * One line of the table.
   *
   * @param precision in milliseconds, or {@link #NO_TIME}
   * @param fields that are carried beyond those of every platform
   * @param words the constants that can be carried: roles, modes, kinds, figures, actions, states
   */
  public record Line(
      Class<? extends LiveEvent> type, int precision, Set<Field> fields, Set<Enum<?>> words) {

    public Line {
      fields = Set.copyOf(fields);
      words = Set.copyOf(words);
    }

    boolean has(Field field) {
      return fields.contains(field);
    }

    boolean has(Enum<?> word) {
      return words.contains(word);
    }
  }

  /** Such a type, with those fields and words. */
  public static Line line(
      Class<? extends LiveEvent> type, int precision, Set<Field> fields, Enum<?>... words) {
    return new Line(type, precision, fields, Set.of(words));
  }

  /**
   * A platform's table.
   *
   * @param currencies in which it can tell an amount
   */
  public static Carried of(Ids ids, Set<String> currencies, Line... table) {
    Map<Class<? extends LiveEvent>, Line> lines = new LinkedHashMap<>();
    List.of(table).forEach(line -> lines.put(line.type(), line));
    return new Carried(ids, Set.copyOf(currencies), lines);
  }

  /** The event as the platform can tell it; empty where it cannot. */
  public Optional<LiveEvent> of(LiveEvent event) {
    return reduced(event, null);
  }

  /** A recorded event as the platform can tell it, in another room and at another time. */
  public Optional<LiveEvent> of(LiveEvent event, Replay replay) {
    return reduced(event, replay);
  }

  private Optional<LiveEvent> reduced(LiveEvent event, @Nullable Replay replay) {
    Line line = lines.get(event.getClass());
    return line == null ? Optional.empty() : event.accept(new Reduction(this, line, replay));
  }

  public boolean has(Class<? extends LiveEvent> type) {
    return lines.containsKey(type);
  }

  /** The table, in the order in which it was written. */
  public List<Line> lines() {
    return List.copyOf(lines.values());
  }

  public Ids ids() {
    return ids;
  }

  public SortedSet<String> currencies() {
    return new TreeSet<>(currencies);
  }
}
