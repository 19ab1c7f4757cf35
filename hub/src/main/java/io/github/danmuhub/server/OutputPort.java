package io.github.danmuhub.server;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.server.dialect.Dialect;
import io.github.danmuhub.server.problem.ProblemException;
import io.github.danmuhub.server.problem.Problems;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Another program's WebSocket on its own port, for what was written for that program; it is spoken
 * on every path. The same gate stands before it. Live only: at most {@value #WAITING} events wait
 * for the loop, and a client that does not read misses messages; both counted.
 */
final class OutputPort {
  private static final int WAITING = 1_000;
  private static final int MAX_CLIENTS = 64;
  private static final long HEARTBEAT_MS = 10_000;

  private final Context loop;
  private final Sockets sockets;
  private final Dialect dialect;
  private final ServerMetrics metrics;
  private final HttpServer http;
  private final Set<DoorSocket> clients = new LinkedHashSet<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Not yet open.
   *
   * @param options of the hub's own server; the port is another
   */
  OutputPort(
      Vertx vertx,
      Context loop,
      HttpServerOptions options,
      int port,
      Dialect dialect,
      Guard guard,
      ServerMetrics metrics) {
    this.loop = loop;
    this.sockets = new Sockets(options.getMaxWebSocketFrameSize());
    this.dialect = dialect;
    this.metrics = metrics;
    Router router = Router.router(vertx);
    router.route().handler(guard.gate().before(Set.of())).handler(this::handle);
    Problems.install(router);
    HttpServerOptions ours = new HttpServerOptions(options).setPort(port);
    this.http = guard.watch(vertx.createHttpServer(ours)).requestHandler(guard.before(router));
    String heartbeat = dialect.heartbeat();
    if (heartbeat != null) {
      vertx.setPeriodic(HEARTBEAT_MS, timer -> send(heartbeat));
    }
  }

  Future<HttpServer> listen() {
    return http.listen();
  }

  int port() {
    return http.actualPort();
  }

  private void handle(RoutingContext context) {
    if (clients.size() >= MAX_CLIENTS) {
      throw new ProblemException(
          429, "too-many-connections", "at most " + MAX_CLIENTS + " clients at once");
    }
    sockets.upgrade(context, this::join);
  }

  private void join(DoorSocket socket) {
    clients.add(socket);
    socket.onEnd(() -> clients.remove(socket));
    String greeting = dialect.greeting();
    if (greeting != null) {
      socket.write(greeting);
    }
  }

  /** Any thread; never blocks. */
  void accept(LiveEvent event) {
    if (waiting.get() >= WAITING) {
      metrics.outputDropped();
      return;
    }
    waiting.incrementAndGet();
    loop.runOnContext(now -> send(event));
  }

  private void send(LiveEvent event) {
    waiting.decrementAndGet();
    if (!clients.isEmpty()) {
      dialect.words().apply(event).ifPresent(this::send);
    }
  }

  private void send(String message) {
    for (DoorSocket client : clients) {
      if (client.isFull()) {
        metrics.outputDropped();
      } else {
        client.write(message);
      }
    }
  }

  /** Loop only. */
  Future<Void> close() {
    ReaderSink.Ending stopping = ReaderSink.Ending.STOPPING;
    Set.copyOf(clients).forEach(client -> client.close(stopping.code(), "the hub is stopping"));
    return http.close();
  }
}
