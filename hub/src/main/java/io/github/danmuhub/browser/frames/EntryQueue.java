package io.github.danmuhub.browser.frames;

import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of a page, on its way to who writes it down: at most {@value #ENTRIES} entries and
 * {@value #BYTES} bytes wait. It drops the newest, and counts. Any thread adds, one takes.
 */
public final class EntryQueue {
  static final int ENTRIES = 1 << 17;
  static final long BYTES = 256 << 20;
  private static final int BATCH = 512;

  private final BlockingQueue<CaptureEntry> queue = new LinkedBlockingQueue<>(ENTRIES);
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  /** Never blocks. */
  public void offer(CaptureEntry entry) {
    int size = size(entry);
    boolean fits = bytes.addAndGet(size) <= BYTES;
    if (!fits || !queue.offer(entry)) {
      bytes.addAndGet(-size);
      dropped.incrementAndGet();
    }
  }

  /** What there is, some of it; empty where nothing came in time. */
  public List<CaptureEntry> take(long waitMs) throws InterruptedException {
    List<CaptureEntry> taken = new ArrayList<>();
    @Nullable CaptureEntry first = queue.poll(waitMs, TimeUnit.MILLISECONDS);
    if (first != null) {
      taken.add(first);
      queue.drainTo(taken, BATCH - 1);
      taken.forEach(entry -> bytes.addAndGet(-size(entry)));
    }
    return taken;
  }

  /** How many wait. */
  public int waiting() {
    return queue.size();
  }

  /** How many did not fit. */
  public long dropped() {
    return dropped.get();
  }

  private static int size(CaptureEntry entry) {
    return entry instanceof Traffic traffic ? traffic.bytes().size() : 0;
  }
}
