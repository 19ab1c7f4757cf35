package io.github.danmuhub.log;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RoomRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When each room was not {@linkplain Hearing heard}: before its next event stands a gap. One thread
 * at a time.
 */
final class Absences {
  private final Map<RoomRef, Hearing> rooms = new HashMap<>();

  /**
   * After a time without a recorder.
   *
   * @param heard when each room was heard last, epoch milliseconds
   */
  static Absences since(Map<RoomRef, Long> heard) {
    Absences absences = new Absences();
    heard.forEach(
        (room, at) -> absences.rooms.put(room, new Hearing(at, "the recorder was not running")));
    return absences;
  }

  /** What has to be told before the event: the gap of its room, if there is one. */
  List<Gap> before(LiveEvent event) {
    RoomRef room = RoomRef.of(event.origin());
    Gap unheard = rooms.computeIfAbsent(room, any -> new Hearing()).before(event);
    return unheard == null ? List.of() : List.of(unheard);
  }

  /** When each room was heard last, epoch milliseconds. */
  Map<RoomRef, Long> heard() {
    Map<RoomRef, Long> heard = new HashMap<>();
    rooms.forEach((room, hearing) -> heard.put(room, hearing.heard()));
    heard.values().removeIf(at -> at == 0);
    return heard;
  }
}
