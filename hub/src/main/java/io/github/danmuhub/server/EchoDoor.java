package io.github.danmuhub.server;

import io.vertx.ext.web.RoutingContext;

/**
 * {@code /ws/echo}: greets, then answers each message with itself. A client that never reads is not
 * read from ({@link BackPressure}).
 */
final class EchoDoor {
  static final String GREETING = "Hello from Danmu Hub. What you send comes back.";

  void handle(RoutingContext context) {
    Sockets.upgrade(
        context,
        socket -> {
          socket.textMessageHandler(socket::writeTextMessage);
          socket.binaryMessageHandler(socket::writeBinaryMessage);
          socket.writeTextMessage(GREETING);
        });
  }
}
