package io.github.danmuhub.record;

import io.github.danmuhub.log.Outage;
import io.github.danmuhub.log.Upkeep;
import io.github.danmuhub.record.index.IndexFollower;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a recording with its index, on the thread {@code danmu-record-index}, which may take its
 * time: no event waits for it.
 */
final class IndexKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

  private final Path dir;
  private final Upkeep upkeep = new Upkeep("danmu-record-index");
  private final Outage outage = new Outage("the index of the recording falls behind");
  private long mayKnow;
  private @Nullable IndexFollower index;

  /**
   * @param found the last number of the recording as it was found
   */
  IndexKeeper(Path dir, long found) {
    this.dir = dir;
    this.mayKnow = found;
  }

  void start() {
    upkeep.start(this::follow);
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
      follower.catchUp(upkeep::isOutOfTime);
      outage.isOver();
    } catch (IOException | SQLException e) {
      outage.begins(e);
      closeIndex();
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
    upkeep.close(
        () -> {
          follow();
          closeIndex();
        });
  }
}
