package io.github.danmuhub.server;

import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.config.ConfigException;
import io.github.danmuhub.config.LimitsConfig;
import io.github.danmuhub.config.OutputsConfig;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.log.ArchiveException;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.SqliteArchive;
import io.github.danmuhub.server.dialect.Dialect;
import io.github.danmuhub.server.policy.Origins;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.stream.Subscription;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's doors: events go in by {@link #hear}, and out by HTTP, SSE and WebSocket. It has a
 * Vert.x of its own, with one event loop.
 */
final class HubServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HubServer.class);

  /** Events that may wait for their number; further ones are dropped, counted by the stream. */
  private static final int QUEUE = 65_536;

  private static final long CLOSING_MS = 2_000;

  private final Vertx vertx;
  private final Context loop;
  private final EventLog log;
  private final Readers readers;
  private final HttpServer http;
  private final Guard guard;
  private final Doors doors;
  private final ServerMetrics metrics;
  private final ServerConfig config;
  private final Map<String, OutputPort> ports = new LinkedHashMap<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile boolean closed;
  private @Nullable Subscription heard;

  private HubServer(
      Vertx vertx,
      ServerConfig config,
      OutputsConfig outputs,
      Rooms rooms,
      EventLog log,
      Telemetry telemetry,
      ServerTiming timing) {
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
    this.config = config;
    this.log = log;
    this.metrics = new ServerMetrics(telemetry);
    this.readers = new Readers(vertx, loop, log, config.limits(), metrics);
    this.guard = new Guard(vertx, config, metrics, timing);
    this.doors = new Doors(vertx, config, guard, rooms, readers);
    this.http =
        guard
            .watch(vertx.createHttpServer(HttpLimits.of(config)))
            .requestHandler(guard.before(doors.router()));
    OutputsConfig.BarrageGrab grab = outputs.barrageGrab();
    if (grab != null) {
      output("barrage_grab", grab.port(), Dialect.BARRAGE_GRAB);
    }
    OutputsConfig.Blivechat blivechat = outputs.blivechat();
    if (blivechat != null) {
      output("blivechat", blivechat.port(), Dialect.BLIVECHAT);
    }
    metrics.watch(log);
    metrics.watch(rooms);
    metrics.watch(readers);
    log.onAppend(readers::wake);
  }

  private void output(String name, int port, Dialect dialect) {
    HttpServerOptions options = HttpLimits.of(config);
    ports.put(name, new OutputPort(vertx, loop, options, port, dialect, guard, metrics));
  }

  /**
   * Opens the doors; blocks until they are open.
   *
   * @throws ConfigException where the configuration would open them to anybody
   * @throws IOException a {@link ListenException} or an {@link ArchiveException}, in words
   */
  static HubServer start(
      ServerConfig config,
      OutputsConfig outputs,
      Rooms rooms,
      Telemetry telemetry,
      ServerTiming timing)
      throws ConfigException, IOException {
    if (config.token() == null && !Origins.isLoopback(config.host())) {
      throw new ConfigException(
          "server.host " + config.host() + " can be reached by others: set server.token too");
    }
    EventLog log = openLog(config);
    Vertx vertx = HubThreads.vertx();
    HubServer server = new HubServer(vertx, config, outputs, rooms, log, telemetry, timing);
    try {
      server.listen();
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private static EventLog openLog(ServerConfig config) throws IOException {
    LimitsConfig limits = config.limits();
    long bytes = limits.retainedMb() * 1024L * 1024;
    String archive = config.archive();
    return archive == null
        ? EventLog.inMemory(limits.retainedEvents(), bytes)
        : EventLog.archived(
            limits.retainedEvents(),
            bytes,
            SqliteArchive.open(Path.of(archive), limits.archivedEvents()));
  }

  private void listen() throws IOException {
    await(onLoop(() -> http.listen()), config.host() + ":" + config.port());
    for (Map.Entry<String, OutputPort> output : ports.entrySet()) {
      await(onLoop(output.getValue()::listen), "outputs." + output.getKey() + ".port");
    }
  }

  private <T> Future<T> onLoop(Supplier<Future<T>> task) {
    Promise<T> promise = Promise.promise();
    loop.runOnContext(now -> task.get().onComplete(promise));
    return promise.future();
  }

  private static void await(Future<?> future, String what) throws IOException {
    try {
      future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new ListenException(what, words(e), e);
    } catch (TimeoutException e) {
      throw new ListenException(what, "it takes too long", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ListenException(what, "interrupted", e);
    }
  }

  private static String words(ExecutionException e) {
    Throwable cause = e.getCause();
    return cause instanceof BindException
        ? cause.getMessage() + "; choose another port, or stop who listens there"
        : String.valueOf(cause);
  }

  /** Takes every event from now on, until it is closed. */
  void hear(EventStream events) {
    heard = events.subscribe("server", QUEUE, this::accept);
  }

  /** Numbers and remembers an event, and wakes the readers. Any thread; never blocks. */
  void accept(LiveEvent event) {
    if (!closed) {
      log.append(event);
      ports.values().forEach(output -> output.accept(event));
    }
  }

  /** Where a browser on this machine finds it. */
  URI uri() {
    boolean any = config.host().equals("0.0.0.0") || config.host().equals("::");
    String host = any ? "127.0.0.1" : config.host();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + http.actualPort());
  }

  /** The port of an output by its key in the configuration; 0 where it is off. */
  int outputPort(String name) {
    OutputPort output = ports.get(name);
    return output == null ? 0 : output.port();
  }

  List<Door> doors() {
    return doors.table();
  }

  /**
   * Takes what {@code events} still has for it, sends it, tells the readers that it stops, and
   * closes the doors and the archive: within {@value #CLOSING_MS} ms.
   */
  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSING_MS);
      if (heard != null) {
        heard.close();
      }
      closed = true;
      Future<Void> doorsClosed = onLoop(this::closeDoors);
      log.close(); // while the doors still wait for those who do not read
      quietly(doorsClosed, deadline);
      quietly(vertx.close(), deadline);
    }
  }

  private Future<Void> closeDoors() {
    readers.close();
    List<Future<?>> closing = new ArrayList<>();
    ports.values().forEach(output -> closing.add(output.close()));
    closing.add(http.shutdown(1, TimeUnit.SECONDS));
    return Future.join(closing).mapEmpty();
  }

  private static void quietly(Future<?> future, long deadline) {
    try {
      long left = Math.max(0, deadline - System.nanoTime());
      future.toCompletionStage().toCompletableFuture().get(left, TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("closing the doors: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
