package io.github.danmuhub.transport;

/**
 * How long the transport itself waits, in milliseconds; everything above a socket's opening is
 * {@code connection.Timing}'s.
 *
 * @param connectMs for TCP, TLS and the WebSocket handshake, each
 * @param answerMs for a whole HTTP answer
 * @param closingMs for the peer's half of a close, then the socket is dropped
 */
public record Deadlines(int connectMs, long answerMs, int closingMs) {
  public static Deadlines standard() {
    return new Deadlines(10_000, 30_000, 3_000);
  }
}
