package io.github.danmuhub.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest entries, their seqs without a hole. Bounded by count and bytes: the oldest go first.
 * Not thread-safe.
 */
final class Window {
  private final @Nullable Entry[] ring;
  private final long maxBytes;
  private long first;
  private long last;
  private long bytes;

  /**
   * @param last the seq before the first entry to come
   */
  Window(int maxEvents, long maxBytes, long last) {
    this.ring = new Entry[maxEvents];
    this.maxBytes = maxBytes;
    this.first = last + 1;
    this.last = last;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  long bytes() {
    return bytes;
  }

  void add(Entry entry) {
    if (size() == ring.length) {
      dropFirst();
    }
    last = entry.seq();
    ring[slot(last)] = entry;
    bytes += entry.json().length;
    while (bytes > maxBytes && size() > 1) {
      dropFirst();
    }
  }

  /** Up to {@code limit} entries from {@code seq} on, which must not be before the first. */
  List<Entry> from(long seq, int limit) {
    List<Entry> entries = new ArrayList<>((int) Math.max(0, Math.min(limit, last - seq + 1)));
    for (long at = seq; at <= last && entries.size() < limit; at++) {
      Entry entry = ring[slot(at)];
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }

  int size() {
    return (int) (last - first + 1);
  }

  private void dropFirst() {
    Entry entry = ring[slot(first)];
    if (entry != null) {
      bytes -= entry.json().length;
    }
    ring[slot(first)] = null;
    first++;
  }

  private int slot(long seq) {
    return (int) (seq % ring.length);
  }
}
