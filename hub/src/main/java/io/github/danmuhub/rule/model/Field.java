package io.github.danmuhub.rule.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that rules can ask about what triggered them, and name in templates. Immutable once its
 * table is made.
 */
public final class Field {
  private final String name;
  private final Kind kind;
  private final Map<String, Function<Occasion, @Nullable Object>> readers = new LinkedHashMap<>();

  Field(String name, Kind kind) {
    this.name = name;
    this.kind = kind;
  }

  /** What its value is. */
  public enum Kind {
    /** A {@code String}. */
    TEXT,
    /** A {@code Long}. */
    WHOLE,
    /** A {@code Money}. */
    MONEY,
    /** A {@code Set} of {@code User.Role}. */
    ROLES
  }

  Field in(String type, Function<Occasion, @Nullable Object> reader) {
    readers.put(type, reader);
    return this;
  }

  /** As the events' JSON names it, such as {@code badge.level}. */
  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  /** What can have it. */
  public Set<String> types() {
    return readers.keySet();
  }

  /** Its value; null where this occasion has none. */
  public @Nullable Object of(Occasion occasion) {
    Function<Occasion, @Nullable Object> reader = readers.get(occasion.type());
    return reader == null ? null : reader.apply(occasion);
  }

  @Override
  public String toString() {
    return name;
  }
}
