package io.github.danmuhub.server;

import io.github.danmuhub.server.door.DoorSocket;
import io.github.danmuhub.server.door.Sockets;
import io.github.danmuhub.server.policy.TokenBucket;
import io.vertx.ext.web.RoutingContext;
import java.util.function.LongSupplier;

/**
 * {@code /ws/echo}: greets, then answers each message with itself. A client that sends more than
 * {@value #PER_SECOND} messages a second is read from no faster; one that never reads is not read
 * from at all ({@link DoorSocket}).
 */
final class EchoDoor {
  static final String GREETING = "Hello from Danmu Hub. What you send comes back.";
  static final int PER_SECOND = 20;
  private static final long PAUSE_MS = 1_000 / PER_SECOND;

  private final Sockets sockets;
  private final LongSupplier clock;

  EchoDoor(Sockets sockets, LongSupplier clock) {
    this.sockets = sockets;
    this.clock = clock;
  }

  void handle(RoutingContext context) {
    sockets.upgrade(context, this::echo);
  }

  private void echo(DoorSocket socket) {
    TokenBucket bucket = new TokenBucket(PER_SECOND, PAUSE_MS, clock);
    socket.onText(
        text -> {
          socket.write(text);
          pace(socket, bucket);
        });
    socket.onBinary(
        bytes -> {
          socket.write(bytes);
          pace(socket, bucket);
        });
    socket.write(GREETING);
  }

  /** The message that was answered without a token takes the one that comes meanwhile. */
  private static void pace(DoorSocket socket, TokenBucket bucket) {
    if (!bucket.take()) {
      socket.rest(PAUSE_MS, () -> bucket.take());
    }
  }
}
