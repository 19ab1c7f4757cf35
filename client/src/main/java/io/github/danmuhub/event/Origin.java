package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * Where and when an event happened: the part that all events share.
 *
 * @param platform the platform's id, such as {@code bilibili}
 * @param room the stable room id that a person would type
 * @param id the platform's own id of the message; null if it has none. The second and further
 *     events of one message are {@code id#2}, {@code id#3}
 * @param time the platform's clock, epoch milliseconds; 0 where it gives none
 * @param received our clock, epoch milliseconds
 * @param history whether the platform replays it at joining; rules never fire on it
 * @param raw the message as the platform sent it; only with {@code keepRaw} and on {@link Unknown}
 *     and {@link Malformed}
 */
public record Origin(
    String platform,
    String room,
    @Nullable String id,
    long time,
    long received,
    boolean history,
    @Nullable Raw raw) {

  /** The last time that Java and RFC 3339 agree on: the end of the year 9999. */
  public static final long LATEST = 253_402_300_799_999L;

  /** An event of ours: no id, no platform clock, not history, nothing raw. */
  public static Origin ours(String platform, String room, long received) {
    return new Origin(platform, room, null, 0, received, false, null);
  }

  /** The same place and time for the {@code n}-th event of one message, counted from 1. */
  public Origin nth(int n) {
    String nthId = id == null || n == 1 ? id : id + "#" + n;
    return new Origin(platform, room, nthId, time, received, history, raw);
  }

  public Origin withRaw(@Nullable Raw newRaw) {
    return new Origin(platform, room, id, time, received, history, newRaw);
  }
}
