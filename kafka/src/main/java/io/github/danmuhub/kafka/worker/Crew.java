package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.app.RoomStatus;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.kafka.control.Heard;
import io.github.danmuhub.kafka.worker.RoomHost.Past;
import io.github.danmuhub.platform.RoomRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the hub hear what is wanted, and nothing else of it: hangs up first, then asks who heard
 * the new rooms before, then dials, those first that were live. What fits nowhere waits, and costs
 * nothing. {@link #hangUp} and {@link #dial} run on the dialling thread, the rest on any.
 */
final class Crew {
  private final RoomHost host;
  private final Slots slots;
  private final Function<Map<RoomRef, Wanted>, Map<RoomRef, Past>> pasts;
  private final TenureListener tenures;
  private final Map<RoomRef, Job> jobs = new ConcurrentHashMap<>();

  /** A room that is wanted, and what became of it. */
  private static final class Job {
    private volatile Wanted wanted;
    private final boolean ours;
    private volatile long until;
    private final Heard.@Nullable State refused;

    /**
     * @param ours whether the socket is closed with it
     * @param until when the room was heard last, epoch milliseconds; 0: never
     * @param refused how it is, where it is not open
     */
    Job(Wanted wanted, boolean ours, long until, Heard.@Nullable State refused) {
      this.wanted = wanted;
      this.ours = ours;
      this.until = until;
      this.refused = refused;
    }

    boolean isHomeless() {
      return refused != null && refused.is().equals(Heard.NO_SLOT);
    }
  }

  Crew(
      RoomHost host,
      Slots slots,
      Function<Map<RoomRef, Wanted>, Map<RoomRef, Past>> pasts,
      TenureListener tenures) {
    this.host = host;
    this.slots = slots;
    this.pasts = pasts;
    this.tenures = tenures;
  }

  /** Ends what is not wanted any more, or otherwise; what goes on in another epoch is told so. */
  void hangUp(Map<RoomRef, Wanted> wanted) {
    List<RoomRef> over = new ArrayList<>();
    Map<Long, List<RoomRef>> begun = new TreeMap<>();
    jobs.forEach(
        (room, job) -> {
          Wanted now = wanted.get(room);
          if (now == null || !now.keeps(job.wanted) || isAskedAnew(room, job, now)) {
            end(room, job);
            over.add(room);
          } else if (now.epoch() != job.wanted.epoch()) {
            begun.computeIfAbsent(now.epoch(), any -> new ArrayList<>()).add(room);
            job.wanted = now;
          } else {
            job.wanted = now;
          }
        });
    if (!over.isEmpty()) {
      tenures.ended(over);
    }
    begun.forEach((epoch, rooms) -> tenures.began(rooms, epoch));
  }

  /** A room that has failed for good is tried again when somebody asks for it again. */
  private boolean isAskedAnew(RoomRef room, Job job, Wanted now) {
    if (now.record().at() == job.wanted.record().at()) {
      return false;
    }
    RoomStatus status = host.rooms().get(room);
    return job.refused != null || status == null || status.state() == Connection.State.FAILED;
  }

  private void end(RoomRef room, Job job) {
    jobs.remove(room);
    if (job.refused == null) {
      if (job.ours) {
        host.close(room);
      }
      slots.give(room);
    }
  }

  /**
   * Dials what is wanted and not open.
   *
   * @param outdated whether something else is wanted meanwhile: the rest is left then
   */
  void dial(Map<RoomRef, Wanted> wanted, BooleanSupplier outdated) {
    Map<RoomRef, Wanted> missing = new HashMap<>(wanted);
    missing.keySet().removeIf(room -> !isMissing(room));
    missing.entrySet().removeIf(room -> isFull(room.getKey(), room.getValue()));
    if (missing.isEmpty()) {
      return;
    }
    Map<RoomRef, Past> before = pasts.apply(missing);
    byEpoch(missing).forEach((epoch, rooms) -> tenures.began(rooms, epoch));
    for (Map.Entry<RoomRef, Wanted> room : liveFirst(missing, before)) {
      if (outdated.getAsBoolean()) {
        return; // what is not wanted any more is hung up first
      }
      open(room.getKey(), room.getValue(), before.get(room.getKey()));
    }
  }

  private static Map<Long, List<RoomRef>> byEpoch(Map<RoomRef, Wanted> rooms) {
    Map<Long, List<RoomRef>> byEpoch = new TreeMap<>();
    rooms.forEach(
        (room, wanted) ->
            byEpoch.computeIfAbsent(wanted.epoch(), any -> new ArrayList<>()).add(room));
    return byEpoch;
  }

  private boolean isMissing(RoomRef room) {
    Job job = jobs.get(room);
    return job == null || job.isHomeless();
  }

  private boolean isFull(RoomRef room, Wanted wanted) {
    boolean full = !slots.take(room, wanted.record());
    if (full) {
      Job before = jobs.get(room);
      long until = before == null ? 0 : before.until;
      jobs.put(room, new Job(wanted, false, until, new Heard.State(until, Heard.NO_SLOT, null)));
    }
    return full;
  }

  private static List<Map.Entry<RoomRef, Wanted>> liveFirst(
      Map<RoomRef, Wanted> rooms, Map<RoomRef, Past> before) {
    return rooms.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<RoomRef, Wanted> room) -> !wasLive(before.get(room.getKey())))
                .thenComparing(room -> room.getKey().toString()))
        .toList();
  }

  private static boolean wasLive(@Nullable Past past) {
    return past != null && past.live();
  }

  private void open(RoomRef room, Wanted wanted, @Nullable Past past) {
    long until = past == null ? 0 : past.until();
    try {
      boolean ours = host.open(room, wanted.record(), past);
      jobs.put(room, new Job(wanted, ours, until, null));
    } catch (RoomRefusedException e) {
      slots.give(room);
      String why = String.valueOf(e.getMessage());
      jobs.put(room, new Job(wanted, false, until, new Heard.State(until, "refused", why)));
    }
  }

  /** How all of them are, by their partitions; {@code now} in epoch milliseconds. */
  Map<Integer, Map<RoomRef, Heard.State>> states(long now) {
    Map<RoomRef, RoomStatus> open = host.rooms();
    Map<Integer, Map<RoomRef, Heard.State>> all = new HashMap<>();
    jobs.forEach(
        (room, job) ->
            all.computeIfAbsent(job.wanted.partition(), any -> new HashMap<>())
                .put(room, state(job, open.get(room), now)));
    return all;
  }

  private static Heard.State state(Job job, @Nullable RoomStatus status, long now) {
    if (job.refused != null) {
      return job.refused;
    }
    Heard.State state = Heard.State.of(status, job.until, now);
    job.until = state.until();
    return state;
  }

  /** Those for which there is no slot here. */
  Map<RoomRef, Wanted> homeless() {
    Map<RoomRef, Wanted> homeless = new HashMap<>();
    jobs.forEach(
        (room, job) -> {
          if (job.isHomeless()) {
            homeless.put(room, job.wanted);
          }
        });
    return homeless;
  }

  /** How many rooms are wanted. */
  int size() {
    return jobs.size();
  }
}
