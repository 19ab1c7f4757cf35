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
 * partition that is taken away goes at once.
 *
 * <p>After a loss, since the broker has not heard of us in time, the group has to settle: a broker
 * that was away has thrown out everybody, and who is back first is given what the others hear. So
 * what is lost is heard on, and what comes new waits, until the group was shared out and then not
 * anew for {@value #SETTLED_MS} ms, but for {@value #KEPT_MS} ms at most. Reads no clock; one
 * thread.
 */
final class Assignment {
  static final long KEPT_MS = 90_000;
  static final long SETTLED_MS = 3_000;

  private static final long UNKNOWN = -1;

  private final Map<Integer, Held> held = new TreeMap<>();
  private boolean settling;
  private long lostAt = UNKNOWN;
  private long lostEpoch = UNKNOWN;
  private long sharedOutAt = UNKNOWN;

  /** A partition that we have, or keep. */
  private static final class Held {
    private final long epoch;
    private boolean waits;
    private Map<RoomRef, RoomRecord> rooms;
    private @Nullable Map<RoomRef, RoomRecord> coming = new HashMap<>();
    private long end = UNKNOWN;
    private boolean lost;

    Held(long epoch, boolean waits, Map<RoomRef, RoomRecord> rooms) {
      this.epoch = epoch;
      this.waits = waits;
      this.rooms = rooms;
    }

    /** Where what is read goes. */
    Map<RoomRef, RoomRecord> table() {
      return coming == null ? rooms : coming;
    }
  }

  /**
   * The group was shared out: partitions come, or none.
   *
   * @param epoch of the tenure that begins for them; those that were here keep theirs
   * @param now in milliseconds, as all times here
   */
  void assigned(Collection<Integer> partitions, long epoch, long now) {
    sharedOutAt = now;
    for (int partition : partitions) {
      Held before = held.get(partition);
      held.put(
          partition,
          before == null
              ? new Held(epoch, settling, new HashMap<>())
              : new Held(epoch, before.waits, before.rooms));
    }
  }

  /**
   * Partitions are taken away in order: another worker gets them when we have let go. While the
   * group settles they are heard on: it waits, too.
   */
  void revoked(Collection<Integer> partitions) {
    if (settling) {
      keep(partitions);
    } else {
      held.keySet().removeAll(partitions);
    }
  }

  /** The broker has thrown us out: partitions are free, or given to others already. */
  void lost(Collection<Integer> partitions, long now) {
    if (!settling) {
      settling = true;
      lostAt = now;
      lostEpoch = held.values().stream().mapToLong(each -> each.epoch).max().orElse(UNKNOWN);
    }
    sharedOutAt = UNKNOWN;
    keep(partitions);
  }

  /** Those whose rooms we hear; what waits is not missed. */
  private void keep(Collection<Integer> partitions) {
    for (int partition : partitions) {
      Held kept = held.get(partition);
      if (kept != null && kept.waits) {
        held.remove(partition);
      } else if (kept != null) {
        kept.lost = true;
        kept.coming = null;
      }
    }
  }

  /** Whether it is open, after a loss, who is to hear what. */
  boolean isSettling() {
    return settling;
  }

  /** The newest epoch of what we had before the loss: who had it later has the better claim. */
  long lostEpoch() {
    return lostEpoch;
  }

  /** Time passes; whether other rooms are wanted now. */
  boolean tick(long now) {
    boolean quiet = sharedOutAt != UNKNOWN && now - sharedOutAt >= SETTLED_MS;
    return settling && (quiet || now - lostAt >= KEPT_MS) && settle();
  }

  private boolean settle() {
    settling = false;
    boolean changed = held.values().removeIf(each -> each.lost);
    for (Held each : held.values()) {
      changed |= each.waits;
      each.waits = false;
    }
    return changed;
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

  /** Those whose rooms are not wanted yet. */
  Set<Integer> untaken() {
    return partitions(each -> each.waits || each.coming != null);
  }

  /** Those that are not read to their end yet, where that is known. */
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
        (partition, each) -> {
          if (!each.waits) {
            each.rooms.forEach(
                (room, record) ->
                    all.merge(room, new Wanted(partition, each.epoch, record), Assignment::later));
          }
        });
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

  /** Those whose rooms we hear, lost or not. */
  Set<Integer> claims() {
    return partitions(each -> !each.waits);
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
