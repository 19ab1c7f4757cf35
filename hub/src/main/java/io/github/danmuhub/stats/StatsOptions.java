package io.github.danmuhub.stats;

import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.index.Session;
import org.jspecify.annotations.Nullable;

/**
 * What to report on.
 *
 * @param room null where the recording holds one room only
 * @param from epoch milliseconds of our clock, inclusive
 * @param to epoch milliseconds of our clock, inclusive
 * @param top how long the lists of the first are
 */
public record StatsOptions(@Nullable RoomRef room, long from, long to, int top) {
  public static final StatsOptions ALL = new StatsOptions(null, 0, Long.MAX_VALUE, 10);

  /** One broadcast. */
  public static StatsOptions of(Session session) {
    long to = session.ended() == 0 ? Long.MAX_VALUE : session.ended();
    return new StatsOptions(session.room(), session.started(), to, ALL.top);
  }

  public StatsOptions withTop(int length) {
    return new StatsOptions(room, from, to, length);
  }
}
