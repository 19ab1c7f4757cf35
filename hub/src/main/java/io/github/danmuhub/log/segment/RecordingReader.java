package io.github.danmuhub.log.segment;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.RecordedLine.Reading;
import io.github.danmuhub.text.Phrase;
import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording from its first event to its last, in bounded memory, on several cores. What
 * cannot be read is passed over and counted. One thread; close it, so that its helpers end.
 */
public final class RecordingReader implements Closeable {
  private final SegmentLines lines;
  private final ReadAhead ahead;
  private final long after;

  private long at;
  private long events;
  private final Map<BadLine, Long> bad = new EnumMap<>(BadLine.class);
  private final MissingNumbers missing;
  private @Nullable Phrase firstBad;
  private @Nullable String firstEmpty;
  private @Nullable BadLine last;

  /**
   * Of what is in {@code segments}, in their order, only what stands behind the number {@code
   * after}: events, and gaps without a number.
   */
  public RecordingReader(List<Segment> segments, long after) {
    this(segments, Set.of(), after);
  }

  /**
   * The same.
   *
   * @param jumps those of {@code segments} before which others are left out
   */
  public RecordingReader(List<Segment> segments, Set<Segment> jumps, long after) {
    this.missing = new MissingNumbers(jumps, after);
    this.lines = new SegmentLines(segments);
    this.ahead = new ReadAhead(lines);
    this.after = after;
  }

  /** The next event; null at the end. */
  public @Nullable Numbered next() throws IOException {
    for (Reading reading = ahead.next(); reading != null; reading = ahead.next()) {
      Numbered event = reading.event();
      last = reading.bad();
      missing.in(reading.line().segment());
      if (event == null) {
        count(reading);
        continue;
      }
      missing.at(event.seq());
      at = Math.max(at, event.seq());
      if (at > after || after == 0) {
        events++;
        return event;
      }
    }
    return null;
  }

  private void count(Reading reading) {
    BadLine why = Objects.requireNonNull(reading.bad());
    bad.merge(why, 1L, Long::sum);
    if (why == BadLine.EMPTY) {
      firstEmpty = firstEmpty == null ? reading.line().file() : firstEmpty;
      return;
    }
    firstBad = firstBad == null ? reading.line().place() : firstBad;
    if (why != BadLine.TORN) {
      missing.unreadable();
    }
  }

  /** Whether the last thing that it came to was cut off, damaged or empty: more was there once. */
  public boolean endsBroken() {
    return last == BadLine.TORN || last == BadLine.EMPTY;
  }

  /** What it read had gone on to the number {@code seq} once: what it did not reach is missing. */
  public void hadGoneOnTo(long seq) {
    missing.upTo(seq);
  }

  /**
   * How many bytes of the files have been read, packed as they are: a little ahead of the events,
   * {@link #bytes()} at the end.
   */
  public long bytesRead() {
    return lines.bytesRead();
  }

  /** How many bytes the files have that it reads. */
  public long bytes() {
    return lines.bytes();
  }

  /** What has been read so far, and what was passed over. */
  public ReadReport report() {
    return new ReadReport(
        events,
        bad.getOrDefault(BadLine.TORN, 0L),
        bad.getOrDefault(BadLine.FOREIGN, 0L),
        bad.getOrDefault(BadLine.NEWER, 0L),
        firstBad,
        missing.count(),
        bad.getOrDefault(BadLine.EMPTY, 0L),
        firstEmpty);
  }

  @Override
  public void close() throws IOException {
    ahead.close();
  }
}
