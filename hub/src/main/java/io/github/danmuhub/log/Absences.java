package io.github.danmuhub.log;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toMap;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RoomRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When each room was not {@linkplain Hearing heard}: before its next event stands a gap. Remembers
 * the {@value #ROOMS} rooms that were heard last. Any thread.
 */
final class Absences {
  private static final int ROOMS = 10_000;

  private final Map<RoomRef, Hearing> rooms = new HashMap<>();

  /**
   * After a time without a recorder.
   *
   * @param heard when each room was heard last, epoch milliseconds
   * @param later the same, of some of them; this counts
   */
  static Absences since(Map<RoomRef, Long> heard, Map<RoomRef, Long> later) {
    Map<RoomRef, Long> all = new HashMap<>(heard);
    all.putAll(later);
    Absences absences = new Absences();
    all.forEach(
        (room, at) -> absences.rooms.put(room, new Hearing(at, "the recorder was not running")));
    return absences;
  }

  /** What has to be told before the event: the gap of its room, if there is one. */
  synchronized List<Gap> before(LiveEvent event) {
    RoomRef room = RoomRef.of(event.origin());
    Gap unheard = rooms.computeIfAbsent(room, any -> new Hearing()).before(event);
    return unheard == null ? List.of() : List.of(unheard);
  }

  /** A room was heard by somebody else, until {@code at} at the latest; nobody hears it since. */
  synchronized void elsewhere(RoomRef room, long at, String why) {
    rooms.computeIfAbsent(room, any -> new Hearing()).elsewhere(at, why);
  }

  /** When each room was heard last, epoch milliseconds. */
  synchronized Map<RoomRef, Long> heard() {
    return rooms.entrySet().stream()
        .filter(room -> room.getValue().heard() > 0)
        .sorted(comparingLong(room -> -room.getValue().heard()))
        .limit(ROOMS)
        .collect(toMap(Map.Entry::getKey, room -> room.getValue().heard()));
  }
}
