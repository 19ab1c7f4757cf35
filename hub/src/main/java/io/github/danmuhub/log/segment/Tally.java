package io.github.danmuhub.log.segment;

import io.github.danmuhub.platform.RoomRef;
import java.util.HashMap;
import java.util.Map;

/** How many events there are of each room. One thread at a time. */
public final class Tally {
  private final Map<RoomRef, Long> rooms = new HashMap<>();

  void add(RoomRef room) {
    rooms.merge(room, 1L, Long::sum);
  }

  void add(Tally other) {
    other.rooms.forEach((room, events) -> rooms.merge(room, events, Long::sum));
  }

  public Map<RoomRef, Long> rooms() {
    return Map.copyOf(rooms);
  }

  public long sum() {
    return rooms.values().stream().mapToLong(Long::longValue).sum();
  }
}
