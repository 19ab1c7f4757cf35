package io.github.danmuhub.server;

import io.github.danmuhub.config.ConfigException;
import io.github.danmuhub.config.LimitsConfig;
import io.github.danmuhub.config.OutputsConfig;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.server.log.EventLog;
import io.github.danmuhub.server.log.SqliteArchive;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.internal.VertxBootstrap;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's doors: events go in by {@link #accept}, and out by HTTP, SSE and WebSocket. It has a
 * Vert.x of its own, with one event loop.
 */
public final class HubServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HubServer.class);
  private static final int HEADER_BYTES = 16_384;
  private static final int LINE_BYTES = 8_192;

  /** Some hundred events: the system's own megabytes would hide a reader that reads nothing. */
  private static final int SEND_BUFFER = 128 << 10;

  /** Above the heartbeat and the longest long poll: a peer that is gone, or reads nothing. */
  private static final int IDLE_SECONDS = 90;

  private final Vertx vertx;
  private final Context loop;
  private final EventLog log;
  private final Readers readers;
  private final HttpServer http;
  private final Doors doors;
  private final ServerMetrics metrics;
  private final ServerConfig config;
  private final @Nullable BarrageGrab barrageGrab;
  private final AtomicBoolean closed = new AtomicBoolean();

  private HubServer(
      Vertx vertx, ServerConfig config, OutputsConfig outputs, Rooms rooms, EventLog log) {
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
    this.config = config;
    this.log = log;
    this.metrics = new ServerMetrics();
    this.readers = new Readers(vertx, loop, log, config.limits(), metrics);
    ConnectionLimit connections = new ConnectionLimit(config.limits());
    this.doors = new Doors(vertx, config, rooms, log, readers, connections, metrics);
    this.http = vertx.createHttpServer(options(config)).requestHandler(doors.router());
    http.connectionHandler(connections::opened).invalidRequestHandler(Problems::invalid);
    http.exceptionHandler(broken -> LOG.debug("A connection broke: {}", broken.getMessage()));
    OutputsConfig.BarrageGrab grab = outputs.barrageGrab();
    this.barrageGrab = grab == null ? null : barrageGrab(grab);
    metrics.watch(log);
    metrics.watch(readers);
    metrics.watch(connections);
    log.onAppend(readers::wake);
  }

  private BarrageGrab barrageGrab(OutputsConfig.BarrageGrab output) {
    return new BarrageGrab(vertx, loop, config, output, doors.gate(), metrics);
  }

  /**
   * Opens the doors; blocks until they are open.
   *
   * @throws ConfigException where the configuration would open them to anybody
   * @throws IOException in words, where the port is taken or the archive cannot be used
   */
  public static HubServer start(ServerConfig config, OutputsConfig outputs, Rooms rooms)
      throws ConfigException, IOException {
    if (config.token() == null && !Origins.isLoopback(config.host())) {
      throw new ConfigException(
          "server.host " + config.host() + " can be reached by others: set server.token too");
    }
    EventLog log = openLog(config);
    VertxOptions options = new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2);
    options.getFileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    VertxBootstrap bootstrap = VertxBootstrap.create().options(options);
    Vertx vertx = bootstrap.threadFactory(new HubThreads()).init().vertx();
    HubServer server = new HubServer(vertx, config, outputs, rooms, log);
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

  private static HttpServerOptions options(ServerConfig config) {
    return new HttpServerOptions()
        .setHost(config.host())
        .setPort(config.port())
        .setSendBufferSize(SEND_BUFFER)
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setMaxHeaderSize(HEADER_BYTES)
        .setMaxInitialLineLength(LINE_BYTES)
        .setHttp2ClearTextEnabled(false)
        .setMaxWebSocketFrameSize(config.limits().bodyBytes())
        .setMaxWebSocketMessageSize(config.limits().bodyBytes())
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false);
  }

  private void listen() throws IOException {
    await(onLoop(() -> http.listen()), config.host() + ":" + config.port());
    if (barrageGrab != null) {
      await(onLoop(barrageGrab::listen), "outputs.barrage_grab.port");
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
      throw new IOException("cannot listen on " + what + ": " + words(e), e);
    } catch (TimeoutException e) {
      throw new IOException("cannot listen on " + what + ": it takes too long", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while opening " + what, e);
    }
  }

  private static String words(ExecutionException e) {
    Throwable cause = e.getCause();
    return cause == null ? e.toString() : String.valueOf(cause.getMessage());
  }

  /** Numbers and remembers an event, and wakes the readers. Any thread; never blocks. */
  public void accept(LiveEvent event) {
    if (!closed.get()) {
      log.append(event);
      if (barrageGrab != null) {
        barrageGrab.accept(event);
      }
    }
  }

  /** Where a browser on this machine finds it. */
  public URI uri() {
    boolean any = config.host().equals("0.0.0.0") || config.host().equals("::");
    String host = any ? "127.0.0.1" : config.host();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + http.actualPort());
  }

  /** The port of DouyinBarrageGrab's output; 0 where it is off. */
  public int barrageGrabPort() {
    return barrageGrab == null ? 0 : barrageGrab.port();
  }

  /** What {@code /metrics} shows; other rooms of the program may add to it. */
  public MeterRegistry metrics() {
    return metrics.registry();
  }

  List<Door> doors() {
    return doors.table();
  }

  /** Closes the doors, sends what there still is, tells the readers, closes the archive: 5 s. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      quietly(onLoop(this::closeDoors), 2);
      log.close();
      quietly(vertx.close(), 1);
    }
  }

  private Future<Void> closeDoors() {
    readers.close();
    Future<Void> grab = barrageGrab == null ? Future.succeededFuture() : barrageGrab.close();
    return Future.join(http.shutdown(1, TimeUnit.SECONDS), grab).mapEmpty();
  }

  private static void quietly(Future<?> future, int seconds) {
    try {
      future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("closing the doors: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
