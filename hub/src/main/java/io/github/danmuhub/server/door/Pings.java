package io.github.danmuhub.server.door;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
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
  private final long timer;
  private int unanswered;

  private Pings(Vertx vertx, ServerWebSocket socket, long everyMs) {
    this.vertx = vertx;
    this.socket = socket;
    this.timer = vertx.setPeriodic(everyMs, due -> ping());
  }

  /** Until the socket is closed, and its owner stops them. */
  static Pings start(Vertx vertx, ServerWebSocket socket, long everyMs) {
    Pings pings = new Pings(vertx, socket, everyMs);
    socket.pongHandler(pong -> pings.unanswered = 0);
    return pings;
  }

  void stop() {
    vertx.cancelTimer(timer);
  }

  private void ping() {
    if (socket.isClosed()) {
      stop();
    } else if (unanswered == PATIENCE) {
      stop();
      socket.close(
          (short) WebSocketCloseStatus.POLICY_VIOLATION.code(),
          "no answer to " + PATIENCE + " pings");
    } else {
      unanswered++;
      socket.writePing(Buffer.buffer());
    }
  }
}
