package io.github.danmuhub.transport;

import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.RejectedExecutionException;

/** A Vert.x context, pinned to one event loop. After the transport is closed, tasks are dropped. */
final class VertxLoop implements Loop {
  private static final long START = System.nanoTime();

  private final ContextInternal context;

  VertxLoop(ContextInternal context) {
    this.context = context;
  }

  ContextInternal context() {
    return context;
  }

  @Override
  public long wallMs() {
    return System.currentTimeMillis();
  }

  @Override
  public long ticks() {
    return (System.nanoTime() - START) / 1_000_000;
  }

  @Override
  public void execute(Runnable task) {
    try {
      context.runOnContext(ignored -> task.run());
    } catch (RejectedExecutionException closed) {
      return; // as the class comment says
    }
  }

  @Override
  public Timer schedule(long delayMs, Runnable task) {
    try {
      long id = context.setTimer(Math.max(1, delayMs), ignored -> task.run());
      return () -> context.owner().cancelTimer(id);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }
}
