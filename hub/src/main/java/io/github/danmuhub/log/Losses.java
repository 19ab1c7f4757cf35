package io.github.danmuhub.log;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.log.segment.Tally;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which events of each room are not on the disk, and why. A live reader did not miss them, so the
 * gap is told in the file only, without a number. One thread at a time.
 */
final class Losses {
  private final Map<RoomRef, Loss> refused = new HashMap<>();
  private final Map<RoomRef, Loss> removed = new HashMap<>();

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

  /** An event did not get onto the disk. */
  void add(Origin origin) {
    refused.merge(RoomRef.of(origin), new Loss(origin.received(), 1), Loss::and);
  }

  void add(Losses later) {
    later.refused.forEach((room, loss) -> refused.merge(room, loss, Loss::and));
  }

  /**
   * What was on the disk is there no longer.
   *
   * @param since the time from which on, epoch milliseconds
   */
  void removed(Tally events, long since) {
    events.rooms().forEach((room, count) -> removed.merge(room, new Loss(since, count), Loss::and));
  }

  /** What has to be told before the next event of a room that is written, once. */
  List<Gap> before(Origin origin) {
    RoomRef room = RoomRef.of(origin);
    List<Gap> gaps = new ArrayList<>(0);
    Loss gone = removed.remove(room);
    if (gone != null) {
      gaps.add(gone.before(origin, "somebody removed what was recorded"));
    }
    Loss loss = refused.remove(room);
    if (loss != null) {
      gaps.add(loss.before(origin, "the disk took nothing"));
    }
    return gaps;
  }

  /** The same for every room, at the end of a run; {@code now} in epoch milliseconds. */
  List<Gap> rest(long now) {
    Set<RoomRef> rooms = new HashSet<>(removed.keySet());
    rooms.addAll(refused.keySet());
    return rooms.stream()
        .flatMap(room -> before(Origin.ours(room.platform(), room.room(), now)).stream())
        .toList();
  }
}
