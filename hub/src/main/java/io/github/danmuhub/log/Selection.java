package io.github.danmuhub.log;

import java.util.Set;

/**
 * Some rooms and some types.
 *
 * @param rooms {@code platform:room}; empty: all
 * @param types types of JSON v1; empty: all
 */
public record Selection(Set<String> rooms, Set<String> types) {
  /** A text, and its places in a set. */
  private static final int NAME = 80;

  public static final Selection ALL = new Selection(Set.of(), Set.of());

  public Selection {
    rooms = Set.copyOf(rooms);
    types = Set.copyOf(types);
  }

  /** What its names take in memory, about. */
  public long bytes() {
    long names = 0;
    for (String room : rooms) {
      names += NAME + room.length();
    }
    return NAME * (1L + types.size()) + names;
  }

  boolean accepts(Entry entry) {
    return (rooms.isEmpty() || rooms.contains(entry.room()))
        && (types.isEmpty() || types.contains(entry.type()));
  }
}
