package io.github.danmuhub.server.reader;

import io.github.danmuhub.log.Cursor;

/** Where a reader's events go: the door's side of it. On the loop only. */
interface ReaderSink {
  /** Whether the socket takes no more now. */
  boolean full();

  /** Sends it. */
  void write(Batch batch);

  /** There is nothing more for now; {@code cursor} is where the reader stands. */
  default void caughtUp(Cursor cursor) {}

  /** A sign of life, now and then. */
  void heartbeat(Cursor cursor);

  /** Tells the client why and ends. */
  void close(Ending why);

  /** Why the hub ends a reader. */
  enum Ending {
    STOPPING(1001, "the hub is stopping; come back with your cursor"),
    SLOW(1008, "this reader did not keep up; come back with your cursor"),
    NOT_YET(1013, "the log cannot be read at the moment; come back with your cursor");

    private final short code;
    private final String words;

    Ending(int code, String words) {
      this.code = (short) code;
      this.words = words;
    }

    /** For a WebSocket (RFC 6455, 7.4). */
    short code() {
      return code;
    }

    String words() {
      return words;
    }
  }
}
