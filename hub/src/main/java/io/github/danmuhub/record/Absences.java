package io.github.danmuhub.record;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.RoomRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is not recorded of each room, and why: it was not {@linkplain Hearing heard}, or the disk
 * took nothing. Before the next event of the room stands a gap. One thread at a time.
 */
final class Absences {
  private final Map<RoomRef, Hearing> rooms = new HashMap<>();
  private final Map<RoomRef, Loss> losses = new HashMap<>();

  private record Loss(long since, long events) {
    private Gap before(Origin origin) {
      long now = origin.received();
      return new Gap(
          Origin.ours(origin.platform(), origin.room(), now),
          Math.min(since, now),
          now,
          "the disk took nothing: %d events lost".formatted(events));
    }
  }

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

  /** An event is lost. */
  void lost(LiveEvent event) {
    Origin origin = event.origin();
    losses.merge(
        RoomRef.of(origin),
        new Loss(origin.received(), 1),
        (a, b) -> new Loss(Math.min(a.since, b.since), a.events + 1));
  }

  /** What has to be told before the event: none, one or two gaps of its room. */
  List<Gap> before(LiveEvent event) {
    RoomRef room = RoomRef.of(event.origin());
    List<Gap> gaps = new ArrayList<>(0);
    Gap unheard = rooms.computeIfAbsent(room, any -> new Hearing()).before(event);
    if (unheard != null) {
      gaps.add(unheard);
    }
    Loss loss = losses.remove(room);
    if (loss != null) {
      gaps.add(loss.before(event.origin()));
    }
    return gaps;
  }

  /** When each room was heard last, epoch milliseconds. */
  Map<RoomRef, Long> heard() {
    Map<RoomRef, Long> heard = new HashMap<>();
    rooms.forEach((room, hearing) -> heard.put(room, hearing.heard()));
    heard.values().removeIf(at -> at == 0);
    return heard;
  }
}
