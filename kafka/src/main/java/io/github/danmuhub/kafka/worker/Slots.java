package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.kafka.control.Free;
import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.platform.RoomRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many rooms this worker holds, by platform, account and way out, and of what room it takes one
 * more. Any thread.
 */
final class Slots {
  private final Map<String, Integer> bounds;
  private final Map<RoomRef, List<String>> taken = new HashMap<>();
  private final Map<String, Integer> used = new HashMap<>();

  /**
   * @param bounds as {@link Free} names them; all that this worker has
   */
  Slots(Map<String, Integer> bounds) {
    this.bounds = Map.copyOf(bounds);
  }

  /** Takes one for the room, unless it has one; false where there is none. */
  synchronized boolean take(RoomRef room, RoomRecord wanted) {
    if (taken.containsKey(room)) {
      return true;
    }
    if (!free().fits(room, wanted)) {
      return false;
    }
    List<String> names = names(room, wanted);
    names.forEach(name -> used.merge(name, 1, Integer::sum));
    taken.put(room, names);
    return true;
  }

  private static List<String> names(RoomRef room, RoomRecord wanted) {
    String platform = room.platform();
    return List.of(
        Free.all(),
        platform,
        Free.account(platform, wanted.account()),
        Free.proxy(platform, wanted.proxy()));
  }

  /** Gives the room's back. */
  synchronized void give(RoomRef room) {
    List<String> names = taken.remove(room);
    if (names != null) {
      names.forEach(name -> used.computeIfPresent(name, (any, n) -> n == 1 ? null : n - 1));
    }
  }

  /** What is left. */
  synchronized Free free() {
    Map<String, Integer> left = new HashMap<>();
    bounds.forEach((name, most) -> left.put(name, most - used.getOrDefault(name, 0)));
    return new Free(left);
  }
}
