package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.wire.Decompressors;

/**
 * A hosted room. Its feed starts when the first client is live; who comes later, or again, hears it
 * from where it is by then.
 */
final class HostedRoom {
  /** Rooms with a shorter id are short ids, which stand for another. */
  private static final long SHORT_BELOW = 10_000;

  private static final long SHORT_OFFSET = 21_000_000;
  private static final long LEAD_MS = 200;

  private final long typed;
  private final boolean scripted;
  private final Feed feed;
  private long start = -1;

  HostedRoom(SimulatedRoom room, SimulationOptions options, Decompressors decompressors) {
    typed = Long.parseLong(room.room().room());
    scripted = room.replay().isEmpty();
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

  /** Where a client that just became live starts to listen. */
  long join(long now) {
    if (start < 0) {
      start = now + LEAD_MS;
    }
    return Math.min(feed.size(), feed.dueBy(now - start));
  }

  boolean hasNext(long position) {
    return position < feed.size();
  }

  /** Epoch milliseconds. */
  long dueAt(long position) {
    return start + feed.offset(position);
  }

  byte[] message(long position) {
    return feed.message(position, start);
  }
}
