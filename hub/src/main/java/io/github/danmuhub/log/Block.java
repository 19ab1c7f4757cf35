package io.github.danmuhub.log;

import java.util.List;

/**
 * Entries that stand behind each other in the log, about 1 MiB of them. Immutable.
 *
 * @param after what is missing between this number and the first entry is nowhere else
 */
record Block(long after, List<Entry> entries) {
  static final Block EMPTY = new Block(0, List.of());

  /** The number of the last entry; {@code after} where there is none. */
  long last() {
    return entries.isEmpty() ? after : entries.get(entries.size() - 1).seq();
  }

  boolean covers(long seq) {
    return after <= seq && seq < last();
  }

  /** Those after {@code seq}, up to {@code limit}. */
  List<Entry> after(long seq, int limit) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).seq() <= seq) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return entries.subList(low, Math.min(entries.size(), low + limit));
  }
}
