package io.github.danmuhub.platform;

import io.github.danmuhub.platform.http.Headers;
import java.net.URI;

/**
 * One way to hear a room. A fourth could be the frames of the user's own browser: it would be a
 * record here, a case where {@code connection} dials, and a {@code Dialler} that knows it.
 */
public sealed interface Dial {
  Pace pace();

  /** The platform's own socket. */
  record WebSocket(URI uri, Headers headers, Pace pace) implements Dial {}

  /** A byte stream that {@code framing} cuts into frames. */
  record Tcp(String host, int port, boolean tls, Framing framing, Pace pace) implements Dial {}

  /** No socket: the session drives {@link RoomContext#poll}. */
  record Polling(Pace pace) implements Dial {}
}
