package io.github.danmuhub.transport;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.Future;
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

  /** By the event loop itself: Vert.x's timers have a name each, and twice the size. */
  @Override
  public Timer schedule(long delayMs, Runnable task) {
    try {
      Future<?> timer =
          context
              .nettyEventLoop()
              .schedule(() -> context.dispatch(task), Math.max(1, delayMs), MILLISECONDS);
      return () -> timer.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }
}
