package io.github.danmuhub.kafka.sink;

import io.github.danmuhub.log.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was handed to the producer and is not acknowledged yet: {@value #MOST_BYTES} bytes and
 * {@value #MOST} records at most, and one record more. The log has the rest: nothing is dropped.
 * One thread sends; the producer's acknowledges.
 */
final class InFlight {
  private static final int MOST = 20_000;
  private static final long MOST_BYTES = 8 << 20;

  private final Deque<Entry> refused = new ArrayDeque<>();
  private int records;
  private long bytes;
  private long quietSince;
  private long oldest;
  private @Nullable Exception failure;

  /** Nothing is, of what is sent for the first time or again. */
  InFlight(long oldest) {
    this.oldest = oldest;
  }

  /** Before a record is sent. */
  synchronized void sent(int size, EntryHead head) {
    if (records == 0) {
      quietSince = System.nanoTime();
      oldest = head.received();
    }
    records++;
    bytes += size;
  }

  /** The cluster has it, whatever happens. */
  synchronized void acknowledged(int size) {
    quietSince = System.nanoTime();
    over(size);
    if (isEmpty() && failure == null) {
      oldest = 0;
    }
  }

  /** The cluster never takes this one. */
  synchronized void refused(int size, Entry entry) {
    refused.add(entry);
    over(size);
  }

  /** Nobody knows whether the cluster has it. */
  synchronized void failed(int size, Exception why) {
    fail(why);
    over(size);
  }

  /** Nothing can be sent any more. */
  synchronized void fail(Exception why) {
    failure = failure == null ? why : failure;
  }

  private void over(int size) {
    records--;
    bytes -= size;
    notifyAll();
  }

  /** What failed, if anything; from then on nothing is sent. */
  synchronized @Nullable Exception failure() {
    return failure;
  }

  /** The next one that has to be told of instead; null for none. */
  synchronized @Nullable Entry nextRefused() {
    return refused.poll();
  }

  synchronized boolean isEmpty() {
    return records == 0 && refused.isEmpty();
  }

  /** When the first was received of what the cluster may not have; 0: it has all. */
  synchronized long oldest() {
    return oldest;
  }

  synchronized boolean isFull() {
    return records >= MOST || bytes >= MOST_BYTES;
  }

  /** For how long nothing was acknowledged, though something waits for it; in nanoseconds. */
  synchronized long quiet() {
    return records == 0 ? 0 : System.nanoTime() - quietSince;
  }

  /** Waits until a record is over, for so long at most. */
  synchronized void await(long millis) throws InterruptedException {
    if (records > 0) {
      TimeUnit.MILLISECONDS.timedWait(this, millis);
    }
  }
}
