package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.wire.Bounds;

/** The transport's own bounds, beside {@link Bounds}. Bytes, unless said otherwise. */
final class SocketBounds {
  /** What may wait to be sent; beyond it, the peer counts as frozen. */
  static final int SEND_QUEUE = 2 * Bounds.FRAME;

  static final String DOES_NOT_READ =
      "the peer does not read: more than " + (SEND_QUEUE >> 20) + " MiB wait for it";

  static final String FRAME_WORDS = (Bounds.FRAME >> 20) + " MiB";

  /** All headers of a request or an answer. */
  static final int HEADERS = 64 << 10;

  /** The first line of a request. */
  static final int REQUEST_LINE = 16 << 10;

  /** The body of a request to our server. */
  static final int REQUEST_BODY = 1 << 20;

  /** The body of a refused WebSocket handshake; the rest is not read. */
  static final int REFUSAL_BODY = 64 << 10;

  /** HTTP connections to one host that are open at a time. */
  static final int CONNECTIONS_PER_HOST = 8;

  /** HTTP requests to one host that wait for a connection; one more fails. */
  static final int WAITING_PER_HOST = 10_000;

  /** Seconds that an idle HTTP connection is kept. */
  static final int KEEP_ALIVE = 15;

  private static final int CLOSE_REASON = 123;

  private SocketBounds() {}

  /** Cut to what fits into a close frame (RFC 6455 §5.5). */
  static String closeReason(String reason) {
    String cut = reason;
    while (cut.getBytes(UTF_8).length > CLOSE_REASON) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
