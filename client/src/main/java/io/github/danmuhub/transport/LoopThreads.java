package io.github.danmuhub.transport;

import io.vertx.core.impl.VertxThread;
import io.vertx.core.spi.VertxThreadFactory;
import java.util.concurrent.TimeUnit;

/** Names Vert.x' threads for a person who reads a stack trace: {@code danmu-loop-0}, … */
final class LoopThreads implements VertxThreadFactory {
  @Override
  public VertxThread newVertxThread(
      Runnable target, String name, boolean worker, long maxExecTime, TimeUnit maxExecTimeUnit) {
    String ours = name.replace("vert.x-eventloop-thread", "danmu-loop").replace("vert.x", "danmu");
    return new VertxThread(target, ours, worker, maxExecTime, maxExecTimeUnit);
  }
}
