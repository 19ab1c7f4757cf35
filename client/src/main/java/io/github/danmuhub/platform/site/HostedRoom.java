package io.github.danmuhub.platform.site;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.platform.RoomRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A hosted room. Its programme starts when a peer first listens, and rests between two broadcasts;
 * a peer that comes later, or again, hears it from where it is by then. One thread.
 */
final class HostedRoom<M> {
  /** How many beats at most are caught up with, or handed over at once. */
  static final int BATCH = 60;

  /** So many beats are kept for those who hear them a little later. */
  private static final int KEPT = 20;

  private static final long NOT_YET = -1;
  private static final long IDS_A_MILLISECOND = 1_000;

  private final RoomRef room;
  private final BroadcastClock clock;
  private final SiteClock time;
  private final Programme<M> programme;
  private final SimulatedPlatform<M> platform;
  private final Map<Long, List<M>> kept = new BoundedMap<>(KEPT);

  /** How much had been broadcast when the programme began. */
  private long start = NOT_YET;

  private long current;

  HostedRoom(
      RoomRef room,
      BroadcastClock clock,
      SiteClock time,
      Programme<M> programme,
      SimulatedPlatform<M> platform) {
    this.room = room;
    this.clock = clock;
    this.time = time;
    this.programme = programme;
    this.platform = platform;
  }

  /** What is played next: where a peer that listens from now on begins. */
  long position() {
    if (start == NOT_YET) {
      start = clock.aired(time.ticks());
    }
    while (dueAt(current) < time.ticks()) {
      current++;
    }
    return current;
  }

  /** A position of their own, where that can be: not ahead of the room, and not far behind it. */
  long position(long wanted) {
    long latest = position();
    return wanted < 0 || wanted > latest ? latest : Math.max(wanted, latest - BATCH);
  }

  /** In ticks; {@link Programme#NEVER}. */
  long dueAt(long beat) {
    long due = programme.due(beat);
    return due == Programme.NEVER ? due : clock.when(start + due);
  }

  /**
   * Adds what is due from a position on, {@value #BATCH} beats at most; the position after them.
   */
  long collect(long from, List<M> into) {
    long beat = from;
    while (beat < from + BATCH && dueAt(beat) <= time.ticks()) {
      into.addAll(messages(beat++));
    }
    return beat;
  }

  /** Made once, since all hear it at nearly the same time. */
  private List<M> messages(long beat) {
    return kept.computeIfAbsent(beat, this::made);
  }

  private List<M> made(long beat) {
    return programme.messages(beat, time.epoch(dueAt(beat)) - programme.due(beat));
  }

  /** The last few beats before a position, as far as there were any. */
  List<M> before(long position, int beats) {
    position();
    List<M> past = new ArrayList<>();
    long first = programme.hasPast() ? position - beats : Math.max(0, position - beats);
    for (long beat = first; beat < position; beat++) {
      past.addAll(messages(beat));
    }
    return past;
  }

  /** When a broadcast begins or ends next, in ticks. */
  long nextTurn() {
    return clock.nextTurn(time.ticks());
  }

  /** That a broadcast begins or ends. */
  List<M> turn() {
    boolean live = clock.isLive(time.ticks());
    long now = time.wallMs();
    String id = Long.toString(now * IDS_A_MILLISECOND + clock.broadcast(time.ticks()));
    Origin origin = new Origin(room.platform(), room.room(), id, now, now, false, null);
    Broadcast turn = new Broadcast(origin, live ? State.LIVE : State.OFFLINE, live ? now : 0);
    return platform.vocabulary().carried().of(turn).map(platform::encode).orElse(List.of());
  }
}
