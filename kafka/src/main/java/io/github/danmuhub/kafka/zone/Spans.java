package io.github.danmuhub.kafka.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A set of whole numbers, such as milliseconds, kept as spans that neither touch nor overlap. Of
 * more than so many spans the lowest are forgotten. Not thread-safe.
 */
final class Spans {
  private final int most;
  private final TreeMap<Long, Long> spans = new TreeMap<>();

  /** Those from {@code from} to before {@code to}. */
  record Span(long from, long to) {
    long length() {
      return to - from;
    }
  }

  Spans(int most) {
    this.most = most;
  }

  /** Adds all from {@code from} to before {@code to}; nothing where there are none. */
  void add(long from, long to) {
    if (from >= to) {
      return;
    }
    long first = from;
    long last = to;
    Map.Entry<Long, Long> touched = spans.floorEntry(to);
    while (touched != null && touched.getValue() >= from) {
      first = Math.min(first, touched.getKey());
      last = Math.max(last, touched.getValue());
      spans.remove(touched.getKey());
      touched = spans.floorEntry(to);
    }
    spans.put(first, last);
    if (spans.size() > most) {
      spans.pollFirstEntry();
    }
  }

  /** What is in {@code of} and not here, in order. */
  List<Span> missing(Span of) {
    List<Span> missing = new ArrayList<>();
    long at = of.from();
    for (Span known : within(of)) {
      if (at < known.from()) {
        missing.add(new Span(at, known.from()));
      }
      at = known.to();
    }
    if (at < of.to()) {
      missing.add(new Span(at, of.to()));
    }
    return missing;
  }

  /** What is in {@code of} and here too, in order. */
  List<Span> within(Span of) {
    List<Span> common = new ArrayList<>();
    Long first = spans.floorKey(of.from());
    spans
        .tailMap(first == null ? of.from() : first)
        .headMap(of.to())
        .forEach(
            (from, to) -> {
              Span part = new Span(Math.max(from, of.from()), Math.min(to, of.to()));
              if (part.length() > 0) {
                common.add(part);
              }
            });
    return common;
  }
}
