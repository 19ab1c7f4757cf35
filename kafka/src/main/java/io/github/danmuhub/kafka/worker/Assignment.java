package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.platform.RoomRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rooms this worker has to hear, by the partitions that it has. A partition that comes is
 * read to the end that it had then, and only then its rooms count; from there on it is followed. A
 * partition that is taken away goes at once. One that is lost, since the broker has not heard of us
 * in time, is kept until the next assignment, {@value #KEPT_MS} ms at most: nobody else may be
 * there to hear it. Reads no clock; one thread.
 */
final class Assignment {
  static final long KEPT_MS = 90_000;

  private static final long UNKNOWN = -1;

  private final Map<Integer, Held> held = new TreeMap<>();

  /** A partition that we have, or keep. */
  private static final class Held {
    private final long epoch;
    private Map<RoomRef, RoomRecord> rooms;
    private @Nullable Map<RoomRef, RoomRecord> coming = new HashMap<>();
    private long end = UNKNOWN;
    private long lostAt = UNKNOWN;

    Held(long epoch, Map<RoomRef, RoomRecord> rooms) {
      this.epoch = epoch;
      this.rooms = rooms;
    }

    boolean isLost() {
      return lostAt != UNKNOWN;
    }

    /** Where what is read goes. */
    Map<RoomRef, RoomRecord> table() {
      return coming == null ? rooms : coming;
    }
  }

  /**
   * Partitions come; none may come too. What was lost and does not come back with the first that
   * do, is another's.
   *
   * @param epoch of the tenure that begins for them; those that were here keep theirs
   */
  void assigned(Collection<Integer> partitions, long epoch) {
    for (int partition : partitions) {
      Held before = held.get(partition);
      held.put(partition, new Held(epoch, before == null ? new HashMap<>() : before.rooms));
    }
    if (!partitions.isEmpty()) {
      held.values().removeIf(Held::isLost);
    }
  }

  /** Partitions are taken away in order: another worker gets them when we have let go. */
  void revoked(Collection<Integer> partitions) {
    held.keySet().removeAll(partitions);
  }

  /** The broker has given partitions away, or nobody has them; {@code now} in milliseconds. */
  void lost(Collection<Integer> partitions, long now) {
    for (int partition : partitions) {
      Held kept = held.get(partition);
      if (kept != null) {
        kept.lostAt = now;
        kept.coming = null;
      }
    }
  }

  /** Time passes: what was lost for too long goes; whether something did. */
  boolean tick(long now) {
    return held.values().removeIf(kept -> kept.isLost() && now - kept.lostAt >= KEPT_MS);
  }

  /** Those whose end at their assignment is not known yet. */
  Set<Integer> withoutEnd() {
    return partitions(each -> each.coming != null && each.end == UNKNOWN);
  }

  /** So far a partition reached when it was assigned. */
  void end(int partition, long offset) {
    Held each = held.get(partition);
    if (each != null && each.end == UNKNOWN) {
      each.end = offset;
    }
  }

  /** The partition says something of a room; null: it is not wanted. */
  void record(int partition, RoomRef room, @Nullable RoomRecord wanted) {
    Held each = held.get(partition);
    if (each == null) {
      return;
    }
    if (wanted == null) {
      each.table().remove(room);
    } else {
      each.table().put(room, wanted);
    }
  }

  /** Those that are not read to their end yet. */
  Set<Integer> unread() {
    return partitions(each -> each.coming != null);
  }

  /** Of them, those whose end is known. */
  Set<Integer> arriving() {
    return partitions(each -> each.coming != null && each.end != UNKNOWN);
  }

  /** A partition is read up to here; whether its rooms count from now on. */
  boolean position(int partition, long offset) {
    Held each = held.get(partition);
    if (each == null || each.coming == null || each.end == UNKNOWN || offset < each.end) {
      return false;
    }
    each.rooms = each.coming;
    each.coming = null;
    return true;
  }

  /** All that is wanted now. A room that is being moved may stand in two: the later one counts. */
  Map<RoomRef, Wanted> wanted() {
    Map<RoomRef, Wanted> all = new HashMap<>();
    held.forEach(
        (partition, each) ->
            each.rooms.forEach(
                (room, record) ->
                    all.merge(room, new Wanted(partition, each.epoch, record), Assignment::later)));
    return all;
  }

  private static Wanted later(Wanted one, Wanted other) {
    return other.record().at() >= one.record().at() ? other : one;
  }

  /** The partitions that we have or keep, with the epoch of each. */
  Map<Integer, Long> epochs() {
    Map<Integer, Long> epochs = new TreeMap<>();
    held.forEach((partition, each) -> epochs.put(partition, each.epoch));
    return epochs;
  }

  /** Those that are lost, and whose rooms we hear nevertheless. */
  Set<Integer> kept() {
    return partitions(Held::isLost);
  }

  private Set<Integer> partitions(Predicate<Held> which) {
    Set<Integer> some = new HashSet<>();
    held.forEach(
        (partition, each) -> {
          if (which.test(each)) {
            some.add(partition);
          }
        });
    return some;
  }
}
