package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.BroadcastSchedule;
import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.wire.Decompressors;
import java.util.List;

/**
 * A hosted room. Its feed starts when the first client is live; who comes later, or again, hears it
 * from where it is by then. Between two broadcasts it rests.
 */
final class HostedRoom {
  /** Rooms with a shorter id are short ids, which stand for another. */
  private static final long SHORT_BELOW = 10_000;

  private static final long SHORT_OFFSET = 21_000_000;
  private static final long LEAD_MS = 200;
  private static final long NOT_YET = -1;

  private final long typed;
  private final boolean scripted;
  private final Feed feed;
  private final BroadcastSchedule onAir;

  /** When it was first looked at; epoch milliseconds. */
  private long looked = NOT_YET;

  /** How much had been broadcast when the feed began. */
  private long start = NOT_YET;

  HostedRoom(SimulatedRoom room, SimulationOptions options, Decompressors decompressors) {
    typed = Long.parseLong(room.room().room());
    scripted = room.replay().isEmpty();
    onAir = options.onAir();
    feed =
        scripted
            ? new ScriptFeed(longId(), owner(), options)
            : ReplayFeed.of(room.replay(), options, decompressors);
  }

  long longId() {
    return typed < SHORT_BELOW ? typed + SHORT_OFFSET : typed;
  }

  /** 0 where the room has none. */
  long shortId() {
    return typed < SHORT_BELOW ? typed : 0;
  }

  boolean answersTo(long id) {
    return id == typed || id == longId();
  }

  /** The anchor's user id. */
  long owner() {
    return 100_000_000 + longId() % 1_000_000;
  }

  /** A replayed capture says itself how many they are. */
  long followers() {
    return scripted ? 10_000 + longId() % 90_000 : 0;
  }

  private long elapsed(long now) {
    looked = looked == NOT_YET ? now : looked;
    return now - looked;
  }

  boolean isLive(long now) {
    return onAir.isLive(elapsed(now));
  }

  /** When a broadcast begins or ends next; epoch milliseconds, {@link Long#MAX_VALUE} = never. */
  long nextTurn(long now) {
    return epoch(onAir.nextChange(elapsed(now)));
  }

  /** What is said when a broadcast begins or ends. */
  List<String> turn(long now) {
    ScriptRoom room = new ScriptRoom(longId());
    return isLive(now) ? room.live(now) : List.of(room.preparing());
  }

  private long epoch(long at) {
    return at == BroadcastSchedule.FOR_EVER ? at : looked + at;
  }

  /** Where a client that just became live starts to listen. */
  long join(long now) {
    long aired = onAir.aired(elapsed(now));
    start = start == NOT_YET ? aired + LEAD_MS : start;
    return Math.min(feed.size(), feed.dueBy(aired - start));
  }

  boolean hasNext(long position) {
    return position < feed.size();
  }

  /** Epoch milliseconds; {@link Long#MAX_VALUE} where no broadcast is left. */
  long dueAt(long position) {
    return epoch(onAir.when(start + feed.offset(position)));
  }

  byte[] message(long position) {
    return feed.message(position, dueAt(position) - feed.offset(position));
  }
}
