package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Clock;

/** One event loop: rooms live on it. Nothing that runs here may block. Any thread may call it. */
public interface Loop extends Clock {
  /** Runs {@code task} on the loop, after what is queued there. */
  void execute(Runnable task);

  /** Runs {@code task} on the loop in {@code delayMs}. */
  Timer schedule(long delayMs, Runnable task);

  /** A task that is still to come. */
  interface Timer {
    /** Harmless when it already ran. */
    void cancel();
  }
}
