package io.github.danmuhub.log;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again each second on a daemon thread of its own, which may take its time:
 * nobody waits for it, and a fault does not end it. Any thread.
 */
public final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final long EVERY_MS = 1_000;

  /** Work left over at the end waits for the next start. */
  private static final long CLOSE_WITHIN_MS = 4_000;

  private final ScheduledExecutorService thread;
  private volatile boolean outOfTime;

  /** Does nothing yet; {@code name} is the thread's. */
  public Upkeep(String name) {
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              return made;
            });
  }

  /** Does it for the first time soon. */
  @SuppressWarnings("FutureReturnValueIgnored") // it catches what it throws
  public void start(Runnable work) {
    thread.scheduleWithFixedDelay(safe(work), EVERY_MS / 10, EVERY_MS, MILLISECONDS);
  }

  /** A task that throws would never be run again. */
  private static Runnable safe(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.error("a fault of {}", Thread.currentThread().getName(), e);
      }
    };
  }

  /** Whether it has to stop half-way, since it is to end. */
  public boolean isOutOfTime() {
    return outOfTime;
  }

  /** Ends with {@code last}, as far as that can be done in 5 seconds; once. */
  public void close(Runnable last) {
    if (thread.isShutdown()) {
      return;
    }
    thread.execute(safe(last));
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_WITHIN_MS, MILLISECONDS)) {
        outOfTime = true;
        thread.awaitTermination(CLOSE_WITHIN_MS / 4, MILLISECONDS);
      }
    } catch (InterruptedException e) {
      outOfTime = true;
      Thread.currentThread().interrupt();
    }
  }
}
