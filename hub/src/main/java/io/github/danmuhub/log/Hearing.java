package io.github.danmuhub.log;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Whether one room is heard. A connection tells the gaps between its own attempts itself; the
 * recorder tells those that no connection can know: before the first one, and between two. Such a
 * gap lasts until something is heard of the room, which an attempt to connect is not. One thread at
 * a time.
 */
final class Hearing {
  private long heard;
  private boolean connecting;
  private boolean clientTells;
  private @Nullable String untold;

  /** Of a room that was not recorded before. */
  Hearing() {
    clientTells = true;
  }

  /**
   * @param heard the last time, epoch milliseconds
   * @param why it is not heard since
   */
  Hearing(long heard, String why) {
    this.heard = heard;
    this.untold = why;
  }

  /** What has to be told before {@code event} of the room; null for nothing. */
  @Nullable Gap before(LiveEvent event) {
    if (event instanceof Connection connection) {
      connecting = connection.state() != Connection.State.LIVE;
      if (connecting) {
        disconnected(connection);
        return null;
      }
      clientTells = true;
    }
    Origin origin = event.origin();
    Gap gap = untold == null ? null : gap(origin, untold);
    untold = null;
    if (!connecting || gap != null) {
      heard = origin.received();
    }
    return gap;
  }

  private void disconnected(Connection connection) {
    switch (connection.state()) {
      case ENDED -> ended("the room was closed");
      case FAILED -> ended(requireNonNullElse(connection.detail(), "the connection failed"));
      case WAITING -> {
        if (!clientTells) {
          since(requireNonNullElse(connection.detail(), "the connection failed"));
        }
      }
      default -> {}
    }
  }

  /**
   * Somebody else heard the room in between.
   *
   * @param at until then, epoch milliseconds
   * @param why it is not heard since
   */
  void elsewhere(long at, String why) {
    if (at > heard) {
      heard = at;
      untold = why;
    }
    ended(why);
  }

  private void ended(String why) {
    clientTells = false;
    since(why);
  }

  private void since(String why) {
    untold = untold == null ? why : untold;
  }

  private @Nullable Gap gap(Origin origin, String why) {
    long now = origin.received();
    if (heard == 0 || heard == now) {
      return null;
    }
    return new Gap(
        Origin.ours(origin.platform(), origin.room(), now), Math.min(heard, now), now, why);
  }

  /** The last time, epoch milliseconds; 0 = never. */
  long heard() {
    return heard;
  }
}
