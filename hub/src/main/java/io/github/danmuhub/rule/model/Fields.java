package io.github.danmuhub.rule.model;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All that rules can ask about what triggered them. */
public final class Fields {
  private static final Map<String, Field> ALL = new FieldTable().build();

  /** What somebody wrote, or an HTTP call brought. */
  public static final Field TEXT = Objects.requireNonNull(ALL.get("text"));

  private Fields() {}

  /** The field of this name. */
  public static Optional<Field> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** Every name, sorted. */
  public static Set<String> names() {
    return new TreeSet<>(ALL.keySet());
  }
}
