package io.github.danmuhub.log;

import java.util.List;

/**
 * What a reader gets at once.
 *
 * @param missed events that were lost to the reader just before the first entry, at most; 0 in good
 *     order; {@link #UNKNOWN} or more where the hub was killed meanwhile
 * @param entries those that its filter accepts
 * @param next the seq to read on after; more than that of the last entry where others were passed
 *     over
 * @param more whether the log holds more after {@code next} already
 */
public record Page(long missed, List<Entry> entries, long next, boolean more) {
  /** So many numbers are left out after a run that was killed. */
  static final long LEFT_OUT = 1_000_000_000;

  /** From here on it is not known how many events were lost: numbers were left out. */
  public static final long UNKNOWN = LEFT_OUT / 2;

  public Page {
    entries = List.copyOf(entries);
  }

  /**
   * How many of the missed ones the log had and has no more: without the numbers that were left out
   * after a kill, of which the log itself tells by a gap of each room.
   */
  public long lost() {
    return Math.max(0, missed - LEFT_OUT * ((missed + UNKNOWN) / LEFT_OUT));
  }

  public boolean isEmpty() {
    return missed == 0 && entries.isEmpty();
  }
}
