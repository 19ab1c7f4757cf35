package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
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
  private static final int TIME = 4;

  /** Douyin's web page. */
  private static final int APP_ID = 6383;

  static final Common NONE = new Common(0, "", DisplayText.NONE, Viewer.NOBODY);

  /** Reads the whole of it. */
  static Common read(ProtoReader in) throws MalformedException {
    long time = 0;
    String describe = "";
    DisplayText display = DisplayText.NONE;
    Viewer user = Viewer.NOBODY;
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case TIME -> time = in.int64();
        case 7 -> describe = in.string();
        case 8 -> display = DisplayText.read(in);
        case 15 -> user = Viewer.read(in);
        default -> in.skip();
      }
    }
    in.leave(outer);
    return new Common(Math.max(0, time), describe, display, user);
  }

  /** Reads only the time, and no further: most messages need no more. */
  static long time(ProtoReader in) throws MalformedException {
    long time = 0;
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == TIME) {
        time = in.int64();
        break;
      }
      in.skip();
    }
    in.leave(outer);
    return Math.max(0, time);
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
