package io.github.danmuhub.server;

import io.vertx.core.impl.VertxThread;
import io.vertx.core.spi.VertxThreadFactory;
import java.util.concurrent.TimeUnit;

/** Names Vert.x' threads for a person who reads a stack trace: {@code danmu-server-loop-0}, … */
final class HubThreads implements VertxThreadFactory {
  @Override
  public VertxThread newVertxThread(
      Runnable target, String name, boolean worker, long maxExecTime, TimeUnit unit) {
    String ours =
        name.replace("vert.x-eventloop-thread", "danmu-server-loop")
            .replace("vert.x", "danmu-server");
    return new VertxThread(target, ours, worker, maxExecTime, unit);
  }
}
