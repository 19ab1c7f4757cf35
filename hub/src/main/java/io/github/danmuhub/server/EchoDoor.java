package io.github.danmuhub.server;

import io.github.danmuhub.server.policy.TokenBucket;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.function.LongSupplier;

/**
 * {@code /ws/echo}: greets, then answers each message with itself. A client that sends more than
 * {@value #PER_SECOND} messages a second is read from no faster; one that never reads is not read
 * from at all ({@link BackPressure}).
 */
final class EchoDoor {
  static final String GREETING = "Hello from Danmu Hub. What you send comes back.";
  static final int PER_SECOND = 20;
  private static final long PAUSE_MS = 1_000 / PER_SECOND;

  private final LongSupplier clock;

  EchoDoor(LongSupplier clock) {
    this.clock = clock;
  }

  void handle(RoutingContext context) {
    Sockets.upgrade(context, socket -> echo(context.vertx(), socket));
  }

  private void echo(Vertx vertx, ServerWebSocket socket) {
    TokenBucket bucket = new TokenBucket(PER_SECOND, PAUSE_MS, clock);
    socket.textMessageHandler(
        text -> {
          socket.writeTextMessage(text);
          pace(vertx, socket, bucket);
        });
    socket.binaryMessageHandler(
        bytes -> {
          socket.writeBinaryMessage(bytes);
          pace(vertx, socket, bucket);
        });
    socket.writeTextMessage(GREETING);
  }

  private static void pace(Vertx vertx, ServerWebSocket socket, TokenBucket bucket) {
    if (!bucket.take()) {
      socket.pause();
      vertx.setTimer(PAUSE_MS, over -> resume(socket, bucket));
    }
  }

  /** The message that was answered without a token takes the one that has come since. */
  private static void resume(ServerWebSocket socket, TokenBucket bucket) {
    bucket.take();
    socket.resume();
  }
}
