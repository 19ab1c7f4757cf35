package io.github.danmuhub.platform;

import java.net.URI;

/** One way to hear a room. */
public sealed interface Dial {
  Pace pace();

  /** The platform's own socket. */
  record WebSocket(URI uri, Headers headers, Pace pace) implements Dial {}

  /** A byte stream that {@code framing} cuts into frames. */
  record Tcp(String host, int port, boolean tls, Framing framing, Pace pace) implements Dial {}

  /** No socket: the session drives {@link Out#fetch}. */
  record Polling(Pace pace) implements Dial {}

  /**
   * Frames of the user's own browser; what is sent is dropped.
   *
   * @param page the page to watch
   * @param socketPath part of the URL of the sockets that count
   * @param pollPath part of the URL of the polled answers that count
   */
  record Browser(URI page, String socketPath, String pollPath, Pace pace) implements Dial {}
}
