package io.github.danmuhub.export;

import io.github.danmuhub.event.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What the times in a file count from, and which part is written.
 *
 * @param videoStart when the video begins, epoch milliseconds; 0: with the part that is written
 * @param offsetMs so much later than it was said everything is shown; may be negative
 * @param from where the part begins; null: at the beginning
 * @param to where it ends; null: at the end
 */
public record Timing(
    long videoStart, long offsetMs, @Nullable Position from, @Nullable Position to) {
  /** From the first event on, all of it. */
  public static final Timing PLAIN = new Timing(0, 0, null, null);

  /**
   * A place in a recording.
   *
   * @param ms epoch milliseconds where it is {@code absolute}, else since the video's start, or the
   *     first event
   */
  public record Position(long ms, boolean absolute) {
    private long after(long start) {
      return absolute ? ms : start + ms;
    }
  }

  /** The part that is written, epoch milliseconds of our clock, both inclusive. */
  record Part(long from, long to) {
    boolean takes(Origin origin) {
      return origin.received() >= from && origin.received() <= to;
    }
  }

  /** Of what begins as {@code whole} says. */
  Part part(Head whole) {
    long start = videoStart == 0 ? whole.start() : videoStart;
    long first = from == null ? Long.MIN_VALUE : from.after(start);
    long last = to == null ? Long.MAX_VALUE : to.after(start);
    return new Part(videoStart == 0 ? first : Math.max(first, videoStart - offsetMs), last);
  }

  /** The head of that part. */
  Head head(Head whole) {
    long start = videoStart == 0 && from != null ? from.after(whole.start()) : videoStart;
    return whole.withStart((start == 0 ? whole.start() : start) - offsetMs);
  }
}
