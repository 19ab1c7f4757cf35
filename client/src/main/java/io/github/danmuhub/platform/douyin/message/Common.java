package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;
import io.github.danmuhub.wire.ProtoWriter;

/**
 * {@code webcast.im.Common}, field 1 of every message: by it even an unknown message may have
 * readable text.
 *
 * @param time epoch milliseconds; 0 where absent
 * @param describe a sentence about the message; empty where absent
 * @param display the text that the app shows
 * @param user who acted
 */
record Common(long time, String describe, DisplayText display, Viewer user) {
  private static final int FIELD = 1;
  private static final int TIME = 4;

  /** Douyin's web page. */
  private static final int APP_ID = 6383;

  static final Common NONE = new Common(0, "", DisplayText.NONE, Viewer.NOBODY);

  /** That of a message. */
  static Common of(ProtoFields message) throws MalformedException {
    return message.message(
        FIELD,
        NONE,
        in ->
            new Common(
                Math.max(0, in.int64(TIME)),
                in.string(7),
                DisplayText.read(in, 8),
                Viewer.read(in, 15)));
  }

  /** Reads only the time of a message, and no further: most need no more. */
  static long time(ProtoFields message) throws MalformedException {
    return Math.max(0, message.int64(FIELD, TIME));
  }

  /** What a person can read of a message that we do not know; empty where nothing. */
  String readable() {
    return display.isEmpty() ? describe : display.text();
  }

  static ProtoWriter write(String method, long id, long broadcast, long time) {
    return new ProtoWriter()
        .string(1, method)
        .varint(2, id)
        .varint(3, broadcast)
        .varint(TIME, time)
        .varint(6, 1)
        .varint(24, APP_ID);
  }
}
