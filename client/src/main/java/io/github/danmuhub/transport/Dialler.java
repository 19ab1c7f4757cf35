package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Dial;

/**
 * The way out of one loop, by one route (proxy, simulator). Called on its loop; calls back there.
 */
public interface Dialler {
  /** HTTP by the same route. */
  Http http();

  /**
   * Dials a {@link Dial.WebSocket}, a {@link Dial.Tcp} or a {@link Dial.Browser}. Never blocks and
   * never throws: what goes wrong comes to {@link SocketListener#onClosed}.
   */
  void dial(Dial dial, SocketListener listener);
}
