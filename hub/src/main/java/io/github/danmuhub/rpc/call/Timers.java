package io.github.danmuhub.rpc.call;

/** Where time comes from: a loop's timers, or a test. */
@FunctionalInterface
public interface Timers {
  /**
   * Runs a task once, on the loop.
   *
   * @param ms from now, at least 1
   * @return takes it back; harmless afterwards
   */
  Runnable after(long ms, Runnable task);
}
