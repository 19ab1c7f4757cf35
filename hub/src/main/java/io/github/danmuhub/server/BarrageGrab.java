package io.github.danmuhub.server;

import io.github.danmuhub.config.OutputsConfig;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.event.LiveEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * DouyinBarrageGrab's WebSocket on its own port, for games that were written for it; what it says
 * is in {@link BarrageGrabMessages}. The same gate stands before it. Live only: at most {@value
 * #WAITING} events wait for the loop, and a game that does not read misses messages; both counted.
 */
final class BarrageGrab {
  private static final int WAITING = 1_000;
  private static final int MAX_GAMES = 64;
  private static final int MAX_MESSAGE = 4_096;

  private final Context loop;
  private final ServerMetrics metrics;
  private final HttpServer http;
  private final Set<ServerWebSocket> games = new LinkedHashSet<>();
  private final AtomicInteger waiting = new AtomicInteger();

  BarrageGrab(
      Vertx vertx,
      Context loop,
      ServerConfig server,
      OutputsConfig.BarrageGrab config,
      Gate gate,
      ServerMetrics metrics) {
    this.loop = loop;
    this.metrics = metrics;
    Router router = Router.router(vertx);
    router.route().handler(gate.before(Set.of())).handler(this::handle);
    Problems.install(router);
    this.http =
        vertx
            .createHttpServer(options(server.host(), config.port()))
            .requestHandler(router)
            .invalidRequestHandler(Problems::invalid);
  }

  private static HttpServerOptions options(String host, int port) {
    return new HttpServerOptions()
        .setHost(host)
        .setPort(port)
        .setHttp2ClearTextEnabled(false)
        .setMaxWebSocketFrameSize(MAX_MESSAGE)
        .setMaxWebSocketMessageSize(MAX_MESSAGE)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false);
  }

  Future<HttpServer> listen() {
    return http.listen();
  }

  int port() {
    return http.actualPort();
  }

  private void handle(RoutingContext context) {
    if (games.size() >= MAX_GAMES) {
      throw new ProblemException(
          429, "too-many-connections", "at most " + MAX_GAMES + " games at once");
    }
    Sockets.upgrade(
        context,
        socket -> {
          games.add(socket);
          socket.closeHandler(gone -> games.remove(socket));
        });
  }

  /** Any thread; never blocks. */
  void accept(LiveEvent event) {
    if (waiting.get() >= WAITING) {
      metrics.gameDropped();
      return;
    }
    waiting.incrementAndGet();
    loop.runOnContext(now -> send(event));
  }

  private void send(LiveEvent event) {
    waiting.decrementAndGet();
    if (!games.isEmpty()) {
      BarrageGrabMessages.of(event).ifPresent(this::send);
    }
  }

  private void send(String message) {
    for (ServerWebSocket game : games) {
      if (game.writeQueueFull()) {
        metrics.gameDropped();
      } else {
        game.writeTextMessage(message);
      }
    }
  }

  /** Loop only. */
  Future<Void> close() {
    Set.copyOf(games).forEach(game -> game.close(SocketSink.GOING_AWAY, "the hub is stopping"));
    return http.close();
  }
}
