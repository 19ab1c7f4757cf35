package io.github.danmuhub.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code /ws/echo}: greets, then answers each message with itself. A client that never reads is not
 * read from.
 */
final class EchoDoor {
  static final String GREETING = "Hello from Danmu Hub. What you send comes back.";

  void handle(RoutingContext context) {
    Sockets.upgrade(
        context,
        socket -> {
          socket.drainHandler(drained -> socket.resume());
          socket.textMessageHandler(text -> echo(socket, text));
          socket.binaryMessageHandler(bytes -> echo(socket, bytes));
          socket.writeTextMessage(GREETING);
        });
  }

  private static void echo(ServerWebSocket socket, String text) {
    socket.writeTextMessage(text);
    rest(socket);
  }

  private static void echo(ServerWebSocket socket, Buffer bytes) {
    socket.writeBinaryMessage(bytes);
    rest(socket);
  }

  private static void rest(ServerWebSocket socket) {
    if (socket.writeQueueFull()) {
      socket.pause();
    }
  }
}
