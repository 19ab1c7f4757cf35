package io.github.danmuhub.record;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.RoomRef;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Since when nobody recorded a room, and why: its next event has a gap before it. One entry a room,
 * until then. One thread at a time.
 */
final class Absences {
  private final Map<RoomRef, Absence> rooms = new HashMap<>();

  private record Absence(long since, long lost) {
    private String why() {
      return lost == 0
          ? "the recorder was not running"
          : "the disk took nothing: %d events lost".formatted(lost);
    }
  }

  /**
   * @param lastHeard epoch milliseconds
   */
  static Absences since(Map<RoomRef, Long> lastHeard) {
    Absences absences = new Absences();
    lastHeard.forEach((room, at) -> absences.rooms.put(room, new Absence(at, 0)));
    return absences;
  }

  /** An event of the room is lost. */
  void lost(Origin origin) {
    Absence one = new Absence(origin.received(), 1);
    rooms.merge(room(origin), one, (a, b) -> new Absence(Math.min(a.since, b.since), a.lost + 1));
  }

  /** What has to be told before an event of the room; null for nothing. */
  @Nullable Gap before(Origin origin) {
    Absence absence = rooms.remove(room(origin));
    long now = origin.received();
    if (absence == null || (absence.lost == 0 && absence.since == now)) {
      return null;
    }
    Origin ours = Origin.ours(origin.platform(), origin.room(), now);
    return new Gap(ours, Math.min(absence.since, now), now, absence.why());
  }

  private static RoomRef room(Origin origin) {
    return new RoomRef(origin.platform(), origin.room());
  }
}
