package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Framing;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All sockets of a program, on a few event loops. Thread-safe. The loops' threads keep the JVM
 * alive until {@link #close}.
 */
public final class Transport implements AutoCloseable {
  private final Vertx vertx;
  private final List<VertxLoop> loops;
  private final AtomicInteger next = new AtomicInteger();
  private final Clients clients;
  private final Servers servers;

  private Transport(
      VertxInternal vertx,
      int loops,
      Deadlines deadlines,
      @Nullable TrustOptions trust,
      FrameBound bound) {
    this.vertx = vertx;
    this.loops =
        Stream.generate(() -> new VertxLoop(vertx.createEventLoopContext())).limit(loops).toList();
    this.clients = new Clients(vertx, deadlines, trust, bound);
    this.servers = new Servers(vertx, deadlines);
  }

  /**
   * Starts the threads.
   *
   * @param loops how many event loops share the rooms; one carries thousands
   */
  public static Transport create(int loops) {
    return create(loops, Deadlines.standard(), null);
  }

  /**
   * One for tools, whose peers on this machine may be trusted with memory: its WebSockets take in
   * messages of up to {@code message} bytes. A larger one is left out, and reported by {@link
   * SocketListener#onSkipped}; the socket lives on.
   */
  public static Transport createForLarge(int loops, int message) {
    return create(loops, Deadlines.standard(), null, new FrameBound(message, true));
  }

  /**
   * @param trust whom TLS trusts; null for the JDK's list
   */
  static Transport create(int loops, Deadlines deadlines, @Nullable TrustOptions trust) {
    return create(loops, deadlines, trust, FrameBound.STANDARD);
  }

  private static Transport create(
      int loops, Deadlines deadlines, @Nullable TrustOptions trust, FrameBound bound) {
    VertxOptions options =
        new VertxOptions()
            .setEventLoopPoolSize(loops)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1); // Vert.x loads key stores there
    options.getFileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    VertxBootstrap bootstrap = VertxBootstrap.create().options(options);
    bootstrap.transport(new BoundedNio(bound)).threadFactory(new LoopThreads());
    Vertx vertx = bootstrap.init().vertx();
    return new Transport((VertxInternal) vertx, loops, deadlines, trust, bound);
  }

  /** The loops in turn. */
  public Loop nextLoop() {
    return loops.get(Math.floorMod(next.getAndIncrement(), loops.size()));
  }

  /** The way out of one of this transport's loops. */
  public Dialler dialler(Loop loop, Route route) {
    return dialler(loop, route, BrowserDialler.NONE);
  }

  /**
   * The same, with a browser for rooms that are heard through their pages.
   *
   * @param browser stays its owner's to close
   */
  public Dialler dialler(Loop loop, Route route, BrowserDialler browser) {
    return new VertxDialler(clients, ours(loop), route, browser);
  }

  /**
   * Serves HTTP and WebSocket on 127.0.0.1, all of it on {@code loop}. Blocks until it listens, so
   * call it from elsewhere.
   *
   * @param port 0 picks a free one
   * @throws IOException in words, if the port is taken
   */
  public ListeningPort listen(Loop loop, int port, ServerHandler handler) throws IOException {
    return servers.http(ours(loop), port, handler);
  }

  /**
   * Serves byte streams on 127.0.0.1, all of them on {@code loop}. Blocks until it listens.
   *
   * @param port 0 picks a free one
   * @param accept makes the listener of each new connection
   * @throws IOException in words, if the port is taken
   */
  public ListeningPort listenTcp(
      Loop loop, int port, Framing framing, Supplier<SocketListener> accept) throws IOException {
    return servers.tcp(ours(loop), port, framing, accept);
  }

  /** Whether the caller runs on an event loop, ours or another's, and must not wait. */
  public static boolean isOnLoop() {
    return Blocking.isForbidden();
  }

  private VertxLoop ours(Loop loop) {
    if (loop instanceof VertxLoop one && loops.contains(one)) {
      return one;
    }
    throw new IllegalArgumentException("a loop of another transport");
  }

  /** Drops every socket and ends the threads; waits for them unless called on one of them. */
  @Override
  public void close() {
    Blocking.forEnd(vertx.close());
  }
}
