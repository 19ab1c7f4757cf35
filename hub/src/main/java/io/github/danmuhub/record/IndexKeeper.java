package io.github.danmuhub.record;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.danmuhub.log.Outage;
import io.github.danmuhub.record.index.IndexFollower;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a recording with its index, on the thread {@code danmu-record-index}, which may take its
 * time: no event waits for it.
 */
final class IndexKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
  private static final long EVERY_MS = 1_000;

  /** What is left over at the end waits for the next start. */
  private static final long CLOSE_WITHIN_MS = 4_000;

  private final Path dir;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(IndexKeeper::thread);
  private final Outage outage = new Outage("the index of the recording falls behind");
  private long mayKnow;
  private @Nullable IndexFollower index;
  private volatile boolean stop;

  /**
   * @param found the last number of the recording as it was found
   */
  IndexKeeper(Path dir, long found) {
    this.dir = dir;
    this.mayKnow = found;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "danmu-record-index");
    thread.setDaemon(true);
    return thread;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it catches what it throws
  void start() {
    thread.scheduleWithFixedDelay(this::follow, 0, EVERY_MS, MILLISECONDS);
  }

  private void follow() {
    try {
      if (index != null && !index.isStill()) {
        closeIndex();
      }
      IndexFollower follower = index;
      if (follower == null) {
        follower = IndexFollower.open(dir, mayKnow);
        index = follower;
        mayKnow = Long.MAX_VALUE; // from now on it is ours
      }
      follower.catchUp(() -> stop);
      outage.isOver();
    } catch (IOException | SQLException e) {
      outage.begins(e);
      closeIndex();
    } catch (RuntimeException e) { // a task that throws would never be run again
      LOG.error("a fault of the index", e);
    }
  }

  private void closeIndex() {
    try {
      if (index != null) {
        index.close();
      }
    } catch (SQLException e) {
      LOG.warn("the index cannot be closed: {}", e.getMessage());
    }
    index = null;
  }

  /** Catches up with what can be caught up with in time. */
  @Override
  public void close() {
    if (thread.isShutdown()) {
      return;
    }
    thread.execute(this::follow);
    thread.execute(this::closeIndex);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_WITHIN_MS, MILLISECONDS)) {
        stop = true;
        thread.awaitTermination(CLOSE_WITHIN_MS / 4, MILLISECONDS);
      }
    } catch (InterruptedException e) {
      stop = true;
      Thread.currentThread().interrupt();
    }
  }
}
