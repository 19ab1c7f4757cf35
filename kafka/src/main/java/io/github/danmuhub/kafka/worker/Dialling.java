package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.platform.RoomRef;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread {@code danmu-kafka-dial}, on which rooms are opened and closed: files of cookies, the
 * past of rooms and a slow platform never hold up the group's polls. Only the newest wish waits for
 * it. Any thread.
 */
final class Dialling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dialling.class);
  private static final long AGAIN_MS = 1_000;
  private static final long CLOSE_WITHIN_MS = 500;

  private final Crew crew;
  private final Runnable idle;
  private final Thread thread = new Thread(this::run, "danmu-kafka-dial");
  private Map<RoomRef, Wanted> wish = Map.of();
  private boolean fresh;
  private boolean hungUp = true;
  private boolean closed;

  /**
   * @param idle done each second on the same thread; may block
   */
  Dialling(Crew crew, Runnable idle) {
    this.crew = crew;
    this.idle = idle;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** From now on these rooms are to be heard. Never blocks. */
  synchronized void want(Map<RoomRef, Wanted> rooms) {
    wish = Map.copyOf(rooms);
    fresh = true;
    hungUp = false;
    notifyAll();
  }

  /** In how many partitions these rooms stand. */
  synchronized long partitions() {
    return wish.values().stream().map(Wanted::partition).distinct().count();
  }

  /** Waits until what is not wanted any more is hung up; false where that takes too long. */
  synchronized boolean awaitHungUp(Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    try {
      while (!hungUp && deadline - System.nanoTime() > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return hungUp;
  }

  private void run() {
    try {
      while (!isClosed()) {
        round(await());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round(Map<RoomRef, Wanted> rooms) {
    try {
      crew.hangUp(rooms);
      tellHungUp();
      crew.dial(rooms, this::isOutdated);
      if (!isOutdated()) {
        idle.run();
      }
    } catch (RuntimeException e) {
      LOG.error("a fault while rooms were opened", e);
    }
  }

  /** The newest wish, at once where it is new, else after a while. */
  private synchronized Map<RoomRef, Wanted> await() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AGAIN_MS);
    while (!fresh && !closed && deadline - System.nanoTime() > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
    }
    fresh = false;
    return wish;
  }

  private synchronized void tellHungUp() {
    hungUp = !fresh;
    notifyAll();
  }

  private synchronized boolean isOutdated() {
    return fresh || closed;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Ends; what is open stays so. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join(CLOSE_WITHIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
