package io.github.danmuhub.log;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for the archive's disk. One thread of its own writes, in batches. At most {@value
 * #EVENTS} events and {@value #BYTES} bytes wait: the newest are dropped, counted; so are those
 * that the disk refuses.
 */
final class ArchiveQueue {
  static final int EVENTS = 10_000;
  static final int BYTES = 32 << 20;
  private static final int BATCH = 500;
  private static final long CLOSE_WAIT_MS = 2_000;
  private static final long SETTLE_WAIT_MS = 2_000;
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveQueue.class);

  private final Disk disk;
  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(EVENTS);
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final Thread writer = new Thread(this::writeAll, "danmu-server-archive");

  /** Up to here all that was taken is on the disk, or refused. Guarded by this. */
  private long settled;

  private volatile long newestTaken;
  private volatile boolean failing;
  private volatile boolean closing;

  /** Where it goes; on the queue's thread. */
  interface Disk {
    /** Takes all of {@code batch} or nothing. */
    void write(List<Entry> batch) throws SQLException;
  }

  /**
   * @param settled the last number that is on the disk already
   */
  ArchiveQueue(Disk disk, long settled) {
    this.disk = disk;
    this.settled = settled;
    writer.setDaemon(true);
  }

  void start() {
    writer.start();
  }

  /** Never blocks. */
  void add(Entry entry) {
    int size = entry.json().length;
    boolean fits = !closing && bytes.get() + size <= BYTES;
    if (fits && queue.offer(entry)) {
      bytes.addAndGet(size);
      newestTaken = entry.seq();
    } else {
      dropped.incrementAndGet();
    }
  }

  private void writeAll() {
    List<Entry> batch = new ArrayList<>(BATCH);
    try {
      while (!closing || !queue.isEmpty()) {
        Entry first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
          write(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<Entry> batch) {
    try {
      disk.write(batch);
      accepted();
    } catch (SQLException | RuntimeException e) { // a fault of ours must not end the thread
      refused(batch.size(), e);
    }
    batch.forEach(entry -> bytes.addAndGet(-entry.json().length));
    settle(batch.get(batch.size() - 1).seq());
  }

  /** Told once, until it takes some again. */
  private void refused(int events, Exception e) {
    if (!failing) {
      LOG.warn(
          "The archive refuses events, the hub goes on without and tries again: {}",
          e.getMessage());
    }
    failing = true;
    dropped.addAndGet(events);
  }

  private void accepted() {
    if (failing) {
      LOG.warn("The archive takes events again; {} are lost in all", dropped.get());
    }
    failing = false;
  }

  private synchronized void settle(long seq) {
    settled = seq;
    notifyAll();
  }

  /**
   * Waits until {@code seq} is on the disk, or is known not to come there.
   *
   * @return false where that takes too long
   */
  synchronized boolean awaitSettled(long seq) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SETTLE_WAIT_MS);
    try {
      while (settled < seq && newestTaken >= seq && !closing) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  /** Events that did not get onto the disk. */
  long dropped() {
    return dropped.get();
  }

  /** Whether the disk took nothing the last time. Never waits. */
  boolean isFailing() {
    return failing;
  }

  /** Writes what waits; false where that takes too long. */
  boolean close() {
    closing = true;
    try {
      writer.join(CLOSE_WAIT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !writer.isAlive();
  }
}
