package io.github.danmuhub.server;

import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.config.ConfigException;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Sockets;
import io.github.danmuhub.server.door.Topics;
import io.github.danmuhub.server.net.Guard;
import io.github.danmuhub.server.net.HubLoop;
import io.github.danmuhub.server.net.ListenException;
import io.github.danmuhub.server.net.ServerTiming;
import io.github.danmuhub.server.policy.Origins;
import io.github.danmuhub.server.reader.Readers;
import io.github.danmuhub.server.room.RoomMetrics;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.stream.Subscription;
import io.github.danmuhub.text.Phrase;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The hub's doors: events go in by {@link #hear}, and out by HTTP, SSE and WebSocket. It has a
 * Vert.x of its own, with one event loop.
 */
final class HubServer implements AutoCloseable {
  /** Events that may wait for their number; further ones are dropped, counted by the stream. */
  private static final int QUEUE = 65_536;

  private static final long CLOSING_MS = 2_000;

  private final HubLoop loop = new HubLoop();
  private final ServerConfig config;
  private final Sockets sockets;
  private final Topics topics;
  private final EventLog log;
  private final Readers readers;
  private final Guard guard;
  private final List<Door> doors;
  private final HttpServer http;
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile boolean closed;
  private @Nullable Subscription heard;

  private HubServer(
      ServerConfig config,
      Rooms rooms,
      EventLog log,
      Telemetry telemetry,
      ServerTiming timing,
      List<Door> more) {
    this.config = config;
    this.sockets = new Sockets(config.limits().bodyBytes());
    this.log = log;
    Vertx vertx = loop.vertx();
    PrometheusMeterRegistry registry = telemetry.metrics();
    this.topics = new Topics(registry);
    this.readers = new Readers(vertx, loop.context(), log, config.limits(), registry);
    this.guard = new Guard(vertx, config, registry, timing);
    this.doors =
        new ArrayList<>(DoorTable.of(vertx, sockets, topics, guard, rooms, readers, telemetry));
    doors.addAll(more);
    this.http = guard.server(config.port(), new Doors(vertx, config, guard, doors).router());
    LogMetrics.watch(log, telemetry);
    registry.getPrometheusRegistry().register(new RoomMetrics(rooms));
    log.onAppend(readers::wake);
  }

  /**
   * Opens the doors; blocks until they are open.
   *
   * @param more doors of other parts
   * @throws ConfigException where the configuration would open them to anybody
   * @throws ListenException where they cannot be opened, in words
   */
  static HubServer start(
      ServerConfig config,
      Rooms rooms,
      EventLog log,
      Telemetry telemetry,
      ServerTiming timing,
      List<Door> more)
      throws ConfigException, IOException {
    if (config.token() == null && !Origins.isLoopback(config.host())) {
      throw new ConfigException(Phrase.of("config.open", config.host()));
    }
    HubServer server = new HubServer(config, rooms, log, telemetry, timing, more);
    try {
      server.loop.open(server.http, config.host() + ":" + config.port());
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** Takes every event from now on, until it is closed. */
  void hear(EventStream events) {
    heard = events.subscribe("server", QUEUE, this::accept);
  }

  /** Numbers and remembers an event, and wakes the readers. Any thread; never blocks. */
  void accept(LiveEvent event) {
    if (!closed) {
      log.append(event);
    }
  }

  /** Where a browser on this machine finds it. */
  URI uri() {
    boolean any = config.host().equals("0.0.0.0") || config.host().equals("::");
    String host = any ? "127.0.0.1" : config.host();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + http.actualPort());
  }

  /** The table of all doors, those of other parts too. */
  List<Door> doors() {
    return List.copyOf(doors);
  }

  /** Where other ports of the hub live too. */
  HubLoop loop() {
    return loop;
  }

  /** How a WebSocket is opened on other ports of the hub too. */
  Sockets sockets() {
    return sockets;
  }

  /** Who listens to which topic. */
  Topics topics() {
    return topics;
  }

  /** A port of this machine with doors of its own; not yet open. */
  HttpServer port(int port, List<Door> table) {
    return guard.server("127.0.0.1", port, new Doors(loop.vertx(), config, guard, table).router());
  }

  /** What stands before other ports of the hub too. */
  Guard guard() {
    return guard;
  }

  /**
   * Takes what {@code events} still has for it, sends it, tells the readers that it stops, and
   * closes the doors: within {@value #CLOSING_MS} ms.
   */
  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSING_MS);
      if (heard != null) {
        heard.close();
      }
      closed = true;
      Future<Void> doorsClosed = loop.run(this::closeDoors);
      HubLoop.await(doorsClosed, deadline);
      HubLoop.await(loop.end(), deadline);
    }
  }

  private Future<Void> closeDoors() {
    readers.close();
    return http.shutdown(1, TimeUnit.SECONDS);
  }
}
