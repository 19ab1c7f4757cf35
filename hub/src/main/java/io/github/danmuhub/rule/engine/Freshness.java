package io.github.danmuhub.rule.engine;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.rule.model.Occasion;

/**
 * Whether something happens now. What a platform replays, and what a lookup brought just when the
 * room went live, never did.
 */
final class Freshness {
  /** What a lookup brought comes with the room's going live. */
  private static final long LOOKUP_MS = 2_000;

  /** Whose turn comes later than this after it was received is too late. */
  static final long LATEST_MS = 5_000;

  private static final int ROOMS = 10_000;
  private static final long NOT_LIVE = Long.MAX_VALUE;
  private static final long LONG_AGO = Long.MIN_VALUE / 2;

  private final Recent<Long> liveSince = new Recent<>(ROOMS);

  /** Whether rules may see it at all. */
  boolean happens(Occasion occasion) {
    LiveEvent event = occasion.event();
    if (event == null) {
      return true;
    }
    if (event instanceof Connection connection) {
      hear(connection, occasion);
    }
    return !event.origin().history() && !isFromLookup(event, occasion);
  }

  /** A report of its health, without words, tells nothing new. */
  private void hear(Connection connection, Occasion occasion) {
    boolean isLive = connection.state() == Connection.State.LIVE;
    if (!isLive || connection.detail() != null) {
      liveSince.put(occasion.room(), isLive ? occasion.receivedMs() : NOT_LIVE);
    }
  }

  private boolean isFromLookup(LiveEvent event, Occasion occasion) {
    boolean looked = event instanceof Room || event instanceof Broadcast || event instanceof Stats;
    if (!looked || event.origin().id() != null) {
      return false;
    }
    long since = liveSince.peek(occasion.room(), LONG_AGO);
    return since == NOT_LIVE || occasion.receivedMs() - since < LOOKUP_MS;
  }

  static boolean isLate(Occasion occasion, Now now) {
    return now.wallMs() - occasion.receivedMs() > LATEST_MS;
  }
}
