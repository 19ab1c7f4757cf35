package io.github.danmuhub.rpc.client;

import io.github.danmuhub.rpc.call.Timers;
import io.vertx.core.Vertx;

/** A loop's timers. */
public record LoopTimers(Vertx vertx) implements Timers {
  @Override
  public Runnable after(long ms, Runnable task) {
    long timer = vertx.setTimer(ms, due -> task.run());
    return () -> vertx.cancelTimer(timer);
  }
}
