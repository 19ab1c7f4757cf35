package io.github.danmuhub.platform;

import io.github.danmuhub.platform.http.Headers;
import java.net.URI;
import java.util.function.Predicate;

/** One way to hear a room. */
public sealed interface Dial {
  Pace pace();

  /** The platform's own socket. */
  record WebSocket(URI uri, Headers headers, Pace pace) implements Dial {}

  /** A byte stream that {@code framing} cuts into frames. */
  record Tcp(String host, int port, boolean tls, Framing framing, Pace pace) implements Dial {}

  /** No socket: the session drives {@link RoomContext#poll}. */
  record Polling(Pace pace) implements Dial {}

  /**
   * The room's page in a browser, which connects by itself: the frames of its socket are heard, and
   * what it polls, and nothing is sent.
   *
   * @param sockets which of the page's sockets it is
   * @param polls what of the page's own requests has answers that come to {@link
   *     RoomSession#onPolled}
   */
  record Browser(URI page, Predicate<URI> sockets, Predicate<URI> polls, Pace pace)
      implements Dial {}
}
