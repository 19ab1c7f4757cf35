package io.github.danmuhub.server;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The least that Vert.x does for a fan-out: the same text to all sockets, 50 times a second. */
final class BareBroadcast {
  private static final int EVERY_MS = 20;
  private static final int EVENTS = 20;

  private BareBroadcast() {}

  /**
   * Runs until it is ended.
   *
   * @param args bytes of an event
   */
  public static void main(String[] args) {
    String filler = "x".repeat(Integer.parseInt(args[0]) - 60);
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    List<ServerWebSocket> sockets = new ArrayList<>();
    vertx
        .createHttpServer()
        .webSocketHandler(
            socket -> {
              sockets.add(socket);
              socket.closeHandler(closed -> sockets.remove(socket));
            })
        .listen(0, "127.0.0.1")
        .onSuccess(
            server -> {
              vertx.setPeriodic(EVERY_MS, tick -> broadcast(sockets, filler));
              System.out.println("ready http://127.0.0.1:" + server.actualPort());
            });
  }

  private static void broadcast(List<ServerWebSocket> sockets, String filler) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String event = "{\"text\":\"" + filler + "\",\"received\":\"" + now + "\"},";
    String text = event.repeat(EVENTS);
    for (ServerWebSocket socket : List.copyOf(sockets)) {
      if (!socket.isClosed() && !socket.writeQueueFull()) {
        socket.writeTextMessage(text);
      }
    }
  }
}
