package io.github.danmuhub.log;

import io.github.danmuhub.log.segment.LineReader;
import io.github.danmuhub.log.segment.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drops the oldest segments while enough events are left without them. By count and not by number:
 * numbers have holes. One thread.
 */
final class Retention {
  private final long keep;
  private final Map<String, Long> counts = new HashMap<>();

  /**
   * @param keep so many events at least are left
   */
  Retention(long keep) {
    this.keep = keep;
  }

  /**
   * @param closed the oldest first
   * @param openEvents those in the segment that is still written
   */
  void apply(List<Segment> closed, long openEvents) throws IOException {
    long left = openEvents;
    Set<String> there = new HashSet<>();
    for (int i = closed.size() - 1; i >= 0; i--) {
      Segment segment = closed.get(i);
      if (left >= keep) {
        Files.deleteIfExists(segment.path());
      } else {
        there.add(segment.name());
        left += count(segment);
      }
    }
    counts.keySet().retainAll(there);
  }

  private long count(Segment segment) throws IOException {
    Long known = counts.get(segment.name());
    if (known != null) {
      return known;
    }
    long lines = 0;
    try (LineReader reader = new LineReader(segment.unpacked(0))) {
      while (reader.next()) {
        lines++;
      }
    }
    counts.put(segment.name(), lines);
    return lines;
  }
}
