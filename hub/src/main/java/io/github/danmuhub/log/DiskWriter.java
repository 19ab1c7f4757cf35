package io.github.danmuhub.log;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.log.DiskQueue.Batch;
import io.github.danmuhub.log.DiskQueue.Line;
import io.github.danmuhub.log.segment.RemovedException;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentWriter;
import io.github.danmuhub.platform.RoomRef;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what waits into segments, on the thread {@code danmu-log-disk}: as soon as it is worth a
 * call of the system, or somebody waits for it, or it is time. No event ever waits for it.
 *
 * <p>When the disk fails, what is written stays, the listener is told, and each flush tries again;
 * what is written on continues where it stopped. What somebody removes of this run's segments is
 * counted and becomes a gap too. A fault of ours is treated as one of the disk.
 */
final class DiskWriter {
  private static final Logger LOG = LoggerFactory.getLogger(DiskWriter.class);
  private static final long CLOSE_WAIT_MS = 2_000;

  private final LogOptions options;
  private final DiskQueue queue;
  private final SegmentWriter segments;
  private final DiskState disk;
  private final Work betweenSegments;
  private final LongSupplier clock;
  private final Losses losses = new Losses();
  private final Thread thread = new Thread(this::run, "danmu-log-disk");
  private long last;

  /** What a disk may refuse. */
  interface Work {
    void run() throws IOException;
  }

  /**
   * @param segments this writer's alone
   * @param betweenSegments keeps what the next segment does not say
   */
  DiskWriter(
      LogOptions options,
      DiskQueue queue,
      SegmentWriter segments,
      DiskState disk,
      Work betweenSegments,
      LongSupplier clock) {
    this.options = options;
    this.queue = queue;
    this.segments = segments;
    this.disk = disk;
    this.betweenSegments = betweenSegments;
    this.clock = clock;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!queue.isClosed()) {
        queue.awaitWork(options.flushEvery().toMillis());
        flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end();
  }

  /** Hands what waits to the operating system, and closes a segment of full age. */
  synchronized void flush() {
    boolean clear = segments.waitingLines() == 0 || write(() -> segments.flush(options.sync()));
    if (clear) {
      add(queue.take());
      boolean full = segments.isFull(clock.getAsLong());
      write(full ? this::endSegment : () -> segments.flush(options.sync()));
    }
    queue.written(segments.waitingBytes(), segments.firstWaiting(), disk.isFailing());
  }

  private void add(Batch batch) {
    batch.lines().forEach(this::add);
    losses.add(batch.lost());
  }

  private void add(Line line) {
    if (!disk.isFailing() && segments.isFull(line.now())) {
      write(this::endSegment);
    }
    RoomRef room = RoomRef.of(line.origin());
    long seq = line.entry().seq();
    last = seq;
    for (Gap gap : losses.before(line.origin())) {
      segments.add(EventWriter.write(gap), room, seq, line.now());
    }
    segments.add(line.entry().json(), room, seq, line.now());
    if (!disk.isFailing() && segments.isDue()) {
      write(() -> segments.flush(false));
    }
  }

  private void endSegment() throws IOException {
    segments.endSegment();
    betweenSegments.run();
  }

  private boolean write(Work work) {
    try {
      work.run();
      disk.took();
      return true;
    } catch (RemovedException e) {
      disk.lost(e);
      losses.removed(e.lost(), e.since());
    } catch (IOException e) {
      disk.refused(e);
    } catch (RuntimeException e) {
      LOG.error("a fault of the log", e);
      disk.refused(new IOException("a fault of danmu's own", e));
    }
    return false;
  }

  /** The segment that is still written; null for none. */
  synchronized @Nullable Segment openSegment() {
    return segments.segment();
  }

  /** How many events are in it. */
  synchronized long openEvents() {
    return segments.segmentEvents();
  }

  private synchronized void end() {
    flush();
    if (!disk.isFailing()) {
      tellLosses();
    }
    if (!write(this::endSegment)) {
      write(this::endSegment); // what waits may fit a new segment
    }
    disk.lose(segments.waitingLines() + queue.take().lines().size());
    try {
      segments.letGo();
    } catch (IOException e) {
      LOG.warn("the open segment of {} cannot be closed: {}", options.dir(), e.getMessage());
    }
  }

  /** Of rooms where nothing came afterwards. */
  private void tellLosses() {
    long now = clock.getAsLong();
    for (Gap gap : losses.rest(now)) {
      segments.add(EventWriter.write(gap), RoomRef.of(gap.origin()), last + 1, now);
    }
  }

  /** Writes what waits; false where that takes too long. */
  boolean close() {
    queue.close();
    try {
      thread.join(CLOSE_WAIT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
