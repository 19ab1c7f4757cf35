package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;

/**
 * Hears rooms through their pages. The library has no browser: who has one hands it in. Any thread
 * may call it.
 */
public interface BrowserDialler extends AutoCloseable {
  /** Has no browser, and says so. */
  BrowserDialler NONE =
      (dial, route, loop, listener) ->
          loop.execute(
              () -> listener.onClosed(Closed.gone("there is no browser to open the page in")));

  /**
   * Opens a room's page, in a tab of its own. Never blocks and never throws: what goes wrong comes
   * to {@link SocketListener#onClosed}, and so does a page that makes no such socket in time. The
   * tab is closed with the socket.
   *
   * @param route the way out; one that the browser cannot take is refused with the reason
   * @param loop on which the listener is called
   */
  void dial(Dial.Browser dial, Route route, Loop loop, SocketListener listener);

  /** Closes all pages, and a browser that was launched for them. */
  @Override
  default void close() {}
}
