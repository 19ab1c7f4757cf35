package io.github.danmuhub.record;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.log.segment.Tally;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is not recorded of each room, and why: it was not {@linkplain Hearing heard}, the disk took
 * nothing, or somebody removed it. Before the next event of the room stands a gap. One thread at a
 * time.
 */
final class Absences {
  private final Map<RoomRef, Hearing> rooms = new HashMap<>();
  private final Map<RoomRef, Loss> losses = new HashMap<>();
  private final Map<RoomRef, Loss> removals = new HashMap<>();

  private record Loss(long since, long events) {
    private Loss and(Loss other) {
      return new Loss(Math.min(since, other.since), events + other.events);
    }

    private Gap before(Origin origin, String why) {
      long now = origin.received();
      return new Gap(
          Origin.ours(origin.platform(), origin.room(), now),
          Math.min(since, now),
          now,
          "%s: %s lost".formatted(why, Counted.of(events, "event")));
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
    losses.merge(RoomRef.of(origin), new Loss(origin.received(), 1), Loss::and);
  }

  /**
   * What was recorded is there no longer.
   *
   * @param since the time from which on, epoch milliseconds
   */
  void removed(Tally events, long since) {
    events
        .rooms()
        .forEach((room, count) -> removals.merge(room, new Loss(since, count), Loss::and));
  }

  /** What has to be told before the event: the gaps of its room. */
  List<Gap> before(LiveEvent event) {
    RoomRef room = RoomRef.of(event.origin());
    List<Gap> gaps = new ArrayList<>(0);
    Gap unheard = rooms.computeIfAbsent(room, any -> new Hearing()).before(event);
    if (unheard != null) {
      gaps.add(unheard);
    }
    Loss removed = removals.remove(room);
    if (removed != null) {
      gaps.add(removed.before(event.origin(), "somebody removed what was recorded"));
    }
    Loss loss = losses.remove(room);
    if (loss != null) {
      gaps.add(loss.before(event.origin(), "the disk took nothing"));
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
