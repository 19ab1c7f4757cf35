package io.github.danmuhub.log;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.log.segment.SegmentWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What waits for the log's disk: at most {@value SegmentWriter#LIMIT} bytes, with what a failing
 * disk has left. Further events are dropped until the disk takes some; they are counted and become
 * gaps in the file. Any thread.
 */
final class DiskQueue {
  /** So much is worth a call of the system. */
  private static final int BATCH = 1 << 16;

  private static final long SETTLE_WAIT_MS = 2_000;

  private List<Line> lines = new ArrayList<>();
  private Losses lost = new Losses();
  private long waiting;
  private long unwritten;
  private long newest;
  private long settled;
  private boolean full;
  private boolean failing;
  private boolean asked;
  private boolean closed;

  /**
   * An event on its way.
   *
   * @param now when it was numbered, epoch milliseconds
   */
  record Line(Entry entry, Origin origin, long now) {}

  /**
   * @param lines the oldest first
   * @param lost what was dropped after them
   */
  record Batch(List<Line> lines, Losses lost) {}

  /**
   * @param settled the last number that is on the disk already
   */
  DiskQueue(long settled) {
    this.settled = settled;
  }

  /** Never blocks; false where the event is dropped. */
  synchronized boolean offer(Line line) {
    full |= waiting + unwritten >= SegmentWriter.LIMIT;
    if (full || closed) {
      lost.add(line.origin());
      return false;
    }
    lines.add(line);
    waiting += line.entry().json().length;
    newest = line.entry().seq();
    if (waiting >= BATCH) {
      notifyAll();
    }
    return true;
  }

  /** Waits until {@link #offer} will take an event, or the disk fails. */
  synchronized void awaitRoom() throws InterruptedException {
    while (!closed && !failing && waiting + unwritten >= SegmentWriter.LIMIT) {
      wait();
    }
  }

  /** Waits for something worth writing, for at most so long. */
  synchronized void awaitWork(long ms) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
    for (long left = ms; left > 0 && !isDue(); left = left(deadline)) {
      wait(left);
    }
    asked = false;
  }

  private boolean isDue() {
    return closed || (!failing && (asked || waiting >= BATCH));
  }

  private static long left(long deadline) {
    return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
  }

  /** All that waits; it still counts until it is {@linkplain #written written}. */
  synchronized Batch take() {
    Batch batch = new Batch(lines, lost);
    lines = new ArrayList<>();
    lost = new Losses();
    unwritten += waiting;
    waiting = 0;
    full = false;
    return batch;
  }

  /**
   * How far the disk has come with what was taken.
   *
   * @param left bytes that it has not taken yet
   * @param first the number of the first event among them; 0 for none
   */
  synchronized void written(long left, long first, boolean fails) {
    unwritten = left;
    settled = Math.max(settled, first == 0 ? lastTaken() : first - 1);
    failing = fails;
    notifyAll();
  }

  private long lastTaken() {
    return lines.isEmpty() ? newest : lines.get(0).entry().seq() - 1;
  }

  /**
   * Waits until {@code seq} is on the disk, or is known not to come there.
   *
   * @return false where that takes too long
   */
  synchronized boolean awaitSettled(long seq) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SETTLE_WAIT_MS);
    try {
      for (long left = SETTLE_WAIT_MS; isOnItsWay(seq); left = left(deadline)) {
        if (left <= 0 || failing) {
          return false;
        }
        asked = true;
        notifyAll();
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private boolean isOnItsWay(long seq) {
    return settled < seq && newest >= seq && !closed;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
