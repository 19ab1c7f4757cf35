package io.github.danmuhub.server.door;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;

/** What a part finds at the hub's server besides its doors, while those are open. Any thread. */
public interface Lobby {
  /** Whose one loop all doors live on; what lives there is touched by {@link #run} only. */
  Vertx vertx();

  /** Does it on the loop, later. */
  void run(Runnable task);

  /** Of {@code /ws/topic/NAME}; on the loop only. */
  Topics topics();

  /**
   * Opens a port of 127.0.0.1 with doors of its own; the hub's gate and limits stand before these
   * too. Blocks until it is open.
   *
   * @param port 0 picks a free one
   * @param where the port, in the user's words
   * @throws IOException in words, if it cannot be opened
   */
  Port open(int port, List<Door> doors, String where) throws IOException;

  /** One that is open. Any thread. */
  interface Port extends AutoCloseable {
    /** Its number. */
    int number();

    /** Closes it, and its sockets; blocks for a moment at most. */
    @Override
    void close();
  }
}
