package io.github.danmuhub.server.net;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxThread;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxThreadFactory;
import java.util.concurrent.TimeUnit;

/** Names Vert.x' threads for a person who reads a stack trace: {@code danmu-server-loop-0}, … */
final class HubThreads implements VertxThreadFactory {
  /** A Vert.x of the hub's own: one event loop, two workers, no files. */
  static Vertx vertx() {
    VertxOptions options = new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2);
    options.getFileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    VertxBootstrap bootstrap = VertxBootstrap.create().options(options);
    return bootstrap.threadFactory(new HubThreads()).init().vertx();
  }

  @Override
  public VertxThread newVertxThread(
      Runnable target, String name, boolean worker, long maxExecTime, TimeUnit unit) {
    String ours =
        name.replace("vert.x-eventloop-thread", "danmu-server-loop")
            .replace("vert.x", "danmu-server");
    return new VertxThread(target, ours, worker, maxExecTime, unit);
  }
}
