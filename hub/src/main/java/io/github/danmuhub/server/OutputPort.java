package io.github.danmuhub.server;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.server.dialect.Dialect;
import io.github.danmuhub.server.door.DoorSocket;
import io.github.danmuhub.server.door.FramedText;
import io.github.danmuhub.server.door.Lobby;
import io.github.danmuhub.server.door.Sockets;
import io.github.danmuhub.server.net.HubLoop;
import io.github.danmuhub.server.net.ListenException;
import io.github.danmuhub.server.problem.ProblemException;
import io.github.danmuhub.server.problem.Problems;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Another program's WebSocket on its own port, for what was written for that program; it is spoken
 * on every path. The same gate stands before it. Live only: at most {@value #WAITING} events wait
 * for the loop, and a client that does not read misses messages; both counted.
 */
final class OutputPort implements Lobby.Port {
  private static final int WAITING = 1_000;
  private static final int MAX_CLIENTS = 64;
  private static final long HEARTBEAT_MS = 10_000;
  private static final long CLOSING_MS = 1_000;

  private final HubServer hub;
  private final Sockets sockets;
  private final Dialect dialect;
  private final HttpServer http;
  private final Set<DoorSocket> clients = new LinkedHashSet<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private long heartbeats = -1;

  private OutputPort(HubServer hub, int port, Dialect dialect) {
    this.hub = hub;
    this.sockets = hub.sockets();
    this.dialect = dialect;
    Router router = Router.router(hub.loop().vertx());
    router.route().handler(hub.guard().gate(path -> false)).handler(this::handle);
    Problems.install(router);
    this.http = hub.guard().server(port, router);
  }

  /**
   * Opens it; blocks until it is open.
   *
   * @param where the port, in the user's words
   */
  static OutputPort open(HubServer hub, int port, Dialect dialect, String where)
      throws ListenException {
    OutputPort output = new OutputPort(hub, port, dialect);
    hub.loop().open(output.http, where);
    output.beat(hub.loop().vertx());
    return output;
  }

  private void beat(Vertx vertx) {
    String heartbeat = dialect.heartbeat();
    if (heartbeat != null) {
      heartbeats = vertx.setPeriodic(HEARTBEAT_MS, timer -> send(heartbeat));
    }
  }

  @Override
  public int number() {
    return http.actualPort();
  }

  /** Messages that were not sent to somebody. */
  long dropped() {
    return dropped.get();
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
      dropped.incrementAndGet();
      return;
    }
    waiting.incrementAndGet();
    hub.loop().context().runOnContext(now -> send(event));
  }

  private void send(LiveEvent event) {
    waiting.decrementAndGet();
    if (!clients.isEmpty()) {
      dialect.words().apply(event).ifPresent(this::send);
    }
  }

  private void send(String message) {
    try (FramedText framed = FramedText.of(message)) {
      for (DoorSocket client : clients) {
        if (client.isFull()) {
          dropped.incrementAndGet();
        } else {
          client.write(framed);
        }
      }
    }
  }

  /** What was accepted before is sent before. */
  @Override
  public void close() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSING_MS);
    HubLoop.await(hub.loop().run(this::closeNow), deadline);
  }

  private Future<Void> closeNow() {
    hub.loop().vertx().cancelTimer(heartbeats);
    short stopping = (short) WebSocketCloseStatus.ENDPOINT_UNAVAILABLE.code();
    Set.copyOf(clients).forEach(client -> client.close(stopping, "the hub is stopping"));
    return http.close();
  }
}
