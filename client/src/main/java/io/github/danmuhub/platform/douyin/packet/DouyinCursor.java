package io.github.danmuhub.platform.douyin.packet;

import java.util.random.RandomGenerator;

/**
 * How far we have heard: the platform goes on from there. Opaque; it goes back as it came, in the
 * reconnect URL and in the next poll.
 */
public record DouyinCursor(String cursor, String internalExt) {
  public static final DouyinCursor NONE = new DouyinCursor("", "");

  /** Several times as many characters as the real ones have; more would not fit a URL. */
  public static final int LONGEST = 4_096;

  private static final long FIRST_19_DIGITS = 1_000_000_000_000_000_000L;
  private static final long LAST_19_DIGITS = 9_000_000_000_000_000_000L;

  /** Whether nothing was heard yet. */
  public boolean isNone() {
    return cursor.isEmpty();
  }

  /** The newer of both: a field that is empty, or too long, stays what it was. */
  public DouyinCursor then(String newCursor, String newInternalExt) {
    return new DouyinCursor(newer(cursor, newCursor), newer(internalExt, newInternalExt));
  }

  private static String newer(String old, String fresh) {
    return fresh.isEmpty() || fresh.length() > LONGEST ? old : fresh;
  }

  /** One as the page makes it where {@code im/fetch} gave none. */
  public static DouyinCursor made(
      String roomId, String userUniqueId, long now, RandomGenerator random) {
    long history = random.nextLong(FIRST_19_DIGITS, LAST_19_DIGITS);
    return new DouyinCursor(
        "d-1_u-1_fh-%d_t-%d_r-1".formatted(history, now),
        "internal_src:dim|wss_push_room_id:%s|wss_push_did:%s|first_req_ms:%d|fetch_time:%d|seq:1|wss_info:0-%d-0-0|wrds_v:%d"
            .formatted(roomId, userUniqueId, now, now, now, history));
  }
}
