package io.github.danmuhub.server;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

/**
 * Keeps a quiet WebSocket open as long as its peer answers pings, and closes it after {@value
 * #PATIENCE} without an answer: a peer that has vanished ends no connection. On the loop only.
 */
final class Pings {
  /** Well below the server's idle timeout. */
  static final long EVERY_MS = 30_000;

  private static final int PATIENCE = 3;

  private final Vertx vertx;
  private final ServerWebSocket socket;
  private int unanswered;

  private Pings(Vertx vertx, ServerWebSocket socket) {
    this.vertx = vertx;
    this.socket = socket;
  }

  static void start(Vertx vertx, ServerWebSocket socket, long everyMs) {
    Pings pings = new Pings(vertx, socket);
    socket.pongHandler(pong -> pings.unanswered = 0);
    vertx.setPeriodic(everyMs, pings::ping);
  }

  private void ping(long timer) {
    if (socket.isClosed()) {
      vertx.cancelTimer(timer);
    } else if (unanswered == PATIENCE) {
      vertx.cancelTimer(timer);
      socket.close(ReaderSink.Ending.SLOW.code(), "no answer to " + PATIENCE + " pings");
    } else {
      unanswered++;
      socket.writePing(Buffer.buffer());
    }
  }
}
