package io.github.danmuhub.log.segment;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers a folder should hold and does not: between the lines of a segment, and between its
 * last line and what the next segment is called by. Of a file that is no segment nobody knows. One
 * thread.
 */
final class MissingNumbers {
  /** A log that was killed goes on so much further: nobody was ever given those between. */
  private static final long RESTART = 1_000_000_000;

  private final Set<Segment> jumps;
  private final long after;
  private @Nullable Segment segment;
  private long next;
  private long unreadable;
  private long missing;

  /**
   * @param jumps the segments before which others were left out on purpose
   * @param after only greater numbers count
   */
  MissingNumbers(Set<Segment> jumps, long after) {
    this.jumps = jumps;
    this.after = after;
  }

  /** A line of this segment follows. */
  @SuppressWarnings("ReferenceEquality") // each is one object for all of its lines
  void in(Segment current) {
    if (current == segment) {
      return;
    }
    if (segment == null || jumps.contains(current)) {
      next = Math.max(current.firstSeq(), after + 1);
    } else {
      isAt(current.firstSeq());
    }
    segment = current;
    unreadable = 0;
  }

  /** A line that has a number, but not one that we can read. */
  void unreadable() {
    unreadable++;
  }

  /** An event has this number; 0 = none. */
  void at(long seq) {
    if (seq == 0) {
      return;
    }
    isAt(seq);
    next = Math.max(next, seq + 1);
    unreadable = 0;
  }

  private void isAt(long seq) {
    long hole = seq - next - unreadable;
    if (hole > 0 && isNumbered()) {
      missing += hole < RESTART ? hole : 0;
      next = seq;
    }
  }

  private boolean isNumbered() {
    return segment != null && segment.firstSeq() > 0;
  }

  /** The recording had gone on to this number, as far as anybody knows. */
  void upTo(long last) {
    isAt(last + 1);
  }

  long count() {
    return missing;
  }
}
