package io.github.danmuhub.record.frames;

import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.platform.RoomRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Frames on their way to the disk: at most {@value #ENTRIES} of them, and {@value #BYTES} bytes. It
 * drops the newest, and counts. Any thread adds, one takes.
 */
final class FrameQueue {
  static final int ENTRIES = 65_536;
  static final long BYTES = 64 << 20;
  private static final int BATCH = 512;

  private final BlockingQueue<Captured> queue = new LinkedBlockingQueue<>(ENTRIES);
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  /** What happened on a socket of a room. */
  record Captured(RoomRef room, CaptureEntry entry) {
    private int size() {
      if (entry instanceof Message message) {
        return message.bytes().size();
      }
      return entry instanceof Http http ? http.body().size() : 0;
    }
  }

  /** Never blocks. */
  void offer(RoomRef room, CaptureEntry entry) {
    Captured captured = new Captured(room, entry);
    int size = captured.size();
    boolean fits = bytes.addAndGet(size) <= BYTES;
    if (!fits || !queue.offer(captured)) {
      bytes.addAndGet(-size);
      dropped.incrementAndGet();
    }
  }

  /** What there is, some of it; empty where nothing came in time. */
  List<Captured> take(long waitMs) throws InterruptedException {
    List<Captured> taken = new ArrayList<>();
    @Nullable Captured first = queue.poll(waitMs, TimeUnit.MILLISECONDS);
    if (first != null) {
      taken.add(first);
      queue.drainTo(taken, BATCH - 1);
      taken.forEach(captured -> bytes.addAndGet(-captured.size()));
    }
    return taken;
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /** How many did not fit. */
  long dropped() {
    return dropped.get();
  }
}
