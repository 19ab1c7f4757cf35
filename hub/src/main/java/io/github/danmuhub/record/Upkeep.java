package io.github.danmuhub.record;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.log.segment.Packing;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.record.index.IndexFollower;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a recorder does beside recording, on two threads of its own: {@code danmu-record-flush}
 * flushes, and must never wait; {@code danmu-record-index} follows with the index and packs closed
 * segments, which may take its time. Neither is ever waited for by an event.
 */
final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final long INDEX_EVERY_MS = 1_000;

  /** Work left over at the end waits for the next start. */
  private static final long CLOSE_WITHIN_MS = 4_000;

  /** A disk that has just refused a packed segment is left alone for so many rounds. */
  private static final int PACK_AGAIN_AFTER = 60;

  private final RecorderOptions options;
  private final Recorder recorder;
  private final SegmentFolder folder;
  private final ScheduledExecutorService flusher = thread("danmu-record-flush");
  private final ScheduledExecutorService indexer = thread("danmu-record-index");
  private final Outage indexOutage = new Outage("the index of the recording falls behind");
  private final Outage packingOutage = new Outage("a closed segment stays unpacked");
  private long indexMayKnow;
  private int packingRests;
  private @Nullable IndexFollower index;
  private volatile boolean stop;

  /**
   * @param found the last number of the recording as it was found
   */
  Upkeep(RecorderOptions options, Recorder recorder, long found) {
    this.options = options;
    this.recorder = recorder;
    this.folder = new SegmentFolder(options.dir());
    this.indexMayKnow = found;
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // both tasks catch what they throw
  void start() {
    long flushMs = options.flushEvery().toMillis();
    flusher.scheduleWithFixedDelay(() -> run(recorder::flush), flushMs, flushMs, MILLISECONDS);
    indexer.scheduleWithFixedDelay(() -> run(this::tend), 0, INDEX_EVERY_MS, MILLISECONDS);
  }

  /** A task that throws would never be run again. */
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("a fault of the recorder", e);
    }
  }

  private void tend() {
    follow();
    pack();
  }

  private void follow() {
    try {
      if (index != null && !index.isStill()) {
        closeIndex();
      }
      IndexFollower follower = index;
      if (follower == null) {
        follower = IndexFollower.open(options.dir(), indexMayKnow);
        index = follower;
        indexMayKnow = Long.MAX_VALUE; // from now on it is ours
      }
      follower.catchUp(() -> stop);
      indexOutage.isOver();
    } catch (IOException | SQLException e) {
      indexOutage.begins(e);
      closeIndex();
    }
  }

  private void pack() {
    if (options.compression() == Compression.NONE) {
      return;
    }
    if (packingRests > 0) {
      packingRests--;
      return;
    }
    try {
      List<Segment> listed = folder.segments();
      Segment open = recorder.openSegment(); // asked for afterwards: a later one is not listed
      for (Segment segment : listed) {
        if (segment.isPlain() && !segment.equals(open) && !stop) {
          checkRoom(segment);
          Packing.pack(segment, options.compression());
        }
      }
      packingOutage.isOver();
    } catch (IOException e) {
      packingOutage.begins(e);
      packingRests = PACK_AGAIN_AFTER;
    }
  }

  /** The last bytes of a disk are for what is recorded. */
  private void checkRoom(Segment segment) throws IOException {
    long needed = Files.size(segment.path());
    if (recorder.isFailing() || Files.getFileStore(options.dir()).getUsableSpace() < needed) {
      throw new IOException("the disk is nearly full");
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

  /** Finishes what can be finished in time; the rest is done at the next start. */
  void close() {
    flusher.shutdown();
    indexer.execute(() -> run(this::tend));
    indexer.execute(() -> run(this::closeIndex));
    indexer.shutdown();
    try {
      if (!indexer.awaitTermination(CLOSE_WITHIN_MS, MILLISECONDS)) {
        stop = true;
        indexer.awaitTermination(CLOSE_WITHIN_MS / 4, MILLISECONDS);
      }
    } catch (InterruptedException e) {
      stop = true;
      Thread.currentThread().interrupt();
    }
  }
}
