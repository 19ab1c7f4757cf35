package io.github.danmuhub.server;

import io.github.danmuhub.server.log.Cursor;

/** Where a reader's events go: the door's side of it. On the loop only. */
interface ReaderSink {
  /** Whether the socket takes no more now. */
  boolean full();

  /** Never empty. */
  void write(Batch batch);

  /** There is nothing more for now; {@code cursor} is where the reader stands. */
  default void caughtUp(Cursor cursor) {}

  /** A sign of life, now and then. */
  void heartbeat(Cursor cursor);

  /** Tells the client why and ends. */
  void close(Ending why);

  /** Why the hub ends a reader. */
  enum Ending {
    STOPPING("the hub is stopping; come back with your cursor"),
    SLOW("this reader did not keep up; come back with your cursor");

    private final String words;

    Ending(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
