package io.github.danmuhub.intake.merge;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.RoomRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When one input did not hear a room: in its gaps, before its first event and after its last. */
final class Unheard {
  private final List<Span> gaps = new ArrayList<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Between two moments, epoch milliseconds. */
  record Span(long from, long to, String why) {

    Gap gap(RoomRef room) {
      return new Gap(Origin.ours(room.platform(), room.room(), to), from, to, why);
    }
  }

  void heard(long at) {
    first = Math.min(first, at);
    last = Math.max(last, at);
  }

  void gap(Span gap) {
    gaps.add(gap);
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  /** In order, none over another. */
  private List<Span> spans() {
    List<Span> sorted = new ArrayList<>(gaps);
    sorted.add(new Span(Long.MIN_VALUE, first, "not recorded yet"));
    sorted.add(new Span(last, Long.MAX_VALUE, "not recorded any more"));
    sorted.sort(Comparator.comparingLong(Span::from));
    List<Span> spans = new ArrayList<>();
    long covered = Long.MIN_VALUE;
    for (Span span : sorted) {
      if (span.to > covered) {
        spans.add(new Span(Math.max(span.from, covered), span.to, span.why));
        covered = span.to;
      }
    }
    return spans;
  }

  /** When none of them heard anything, though one had before and one did again. */
  static List<Span> common(List<Unheard> inputs) {
    long begin = inputs.stream().mapToLong(Unheard::first).min().orElse(0);
    long end = inputs.stream().mapToLong(Unheard::last).max().orElse(0);
    List<Span> common = List.of(new Span(begin, end, ""));
    for (Unheard input : inputs) {
      common = both(common, input.spans());
    }
    return common;
  }

  private static List<Span> both(List<Span> left, List<Span> right) {
    List<Span> both = new ArrayList<>();
    for (int l = 0, r = 0; l < left.size() && r < right.size(); ) {
      Span a = left.get(l);
      Span b = right.get(r);
      long from = Math.max(a.from, b.from);
      long to = Math.min(a.to, b.to);
      if (from < to) {
        both.add(new Span(from, to, a.why.isEmpty() ? b.why : a.why));
      }
      l += a.to <= b.to ? 1 : 0;
      r += b.to < a.to || (a.to == b.to) ? 1 : 0;
    }
    return both;
  }
}
