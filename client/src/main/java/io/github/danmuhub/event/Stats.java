package io.github.danmuhub.event;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/** Figures about the room; each event carries those that the platform has just given. */
public record Stats(Origin origin, Map<Figure, Long> figures) implements LiveEvent {

  public Stats {
    figures = figures.size() == 1 ? Map.copyOf(figures) : inOrder(figures);
  }

  private static Map<Figure, Long> inOrder(Map<Figure, Long> figures) {
    Map<Figure, Long> copy = new EnumMap<>(Figure.class);
    copy.putAll(figures);
    return Collections.unmodifiableMap(copy);
  }

  public OptionalLong figure(Figure figure) {
    Long value = figures.get(figure);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.stats(this);
  }

  /** What is counted. */
  public enum Figure {
    /** People in the room now. */
    ONLINE,
    /** People who have been in this broadcast. */
    WATCHED,
    /** Likes of this broadcast. */
    LIKES,
    /** The platform's own heat figure (人气). */
    POPULARITY,
    /** Followers of the anchor. */
    FOLLOWERS,
    /** Paying members: fan club, guards, subscribers. */
    MEMBERS
  }
}
