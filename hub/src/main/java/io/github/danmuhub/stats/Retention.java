package io.github.danmuhub.stats;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.User;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who stays: of the viewers first seen in minute <i>m</i> (they entered, wrote, liked or gave), how
 * many were seen in minute <i>m + k</i> or later. Left out are those whose <i>m</i> or <i>m + k</i>
 * lies in a gap, or whose <i>m + k</i> is behind the last minute; and who has no id. Minutes count
 * from the first event. docs/analysis.md says the same in SQL. Memory grows with the number of
 * viewers, some 100 bytes each.
 */
final class Retention {
  private static final List<Integer> LATER = List.of(5, 15, 60);

  private final long start;
  private final Map<String, int[]> seen = new HashMap<>();
  private final BitSet gaps = new BitSet();

  Retention(long start) {
    this.start = start;
  }

  /**
   * @param at when, by the time of the recording, epoch milliseconds
   */
  void accept(LiveEvent event, long at) {
    if (event instanceof Gap gap) {
      long shift = at - gap.origin().received();
      gaps.set(minute(gap.from() + shift), minute(gap.to() + shift) + 1);
      return;
    }
    User user = event.user();
    if (user != null && user.id() != null && !event.origin().history() && isSighting(event)) {
      int minute = minute(at);
      seen.computeIfAbsent(user.id(), id -> new int[] {minute, minute})[1] = minute;
    }
  }

  private static boolean isSighting(LiveEvent event) {
    return event instanceof Enter
        || event instanceof Chat
        || event instanceof Like
        || event instanceof Gift;
  }

  private int minute(long at) {
    return (int) Math.min(Minutes.LIMIT - 1, Math.max(0, (at - start) / Minutes.MINUTE_MS));
  }

  /**
   * @param end the last event's time, epoch milliseconds
   */
  Report.Retention report(long end) {
    int last = minute(end);
    List<Report.Retained> later = new ArrayList<>();
    for (int minutes : LATER) {
      later.add(after(minutes, last));
    }
    return new Report.Retention(later, cohorts(last));
  }

  private Report.Retained after(int minutes, int last) {
    int viewers = 0;
    int again = 0;
    for (int[] span : seen.values()) {
      if (isKnown(span[0], minutes, last)) {
        viewers++;
        again += isAgain(span, minutes);
      }
    }
    return new Report.Retained(minutes, viewers, again);
  }

  private boolean isKnown(int first, int minutes, int last) {
    int later = first + minutes;
    return later <= last && !gaps.get(first) && !gaps.get(later);
  }

  private static int isAgain(int[] span, int minutes) {
    return span[1] >= span[0] + minutes ? 1 : 0;
  }

  private List<Report.Cohort> cohorts(int last) {
    Map<Integer, int[]> counts = new TreeMap<>();
    for (int[] span : seen.values()) {
      int[] count = counts.computeIfAbsent(span[0], minute -> new int[LATER.size() + 1]);
      count[0]++;
      for (int i = 0; i < LATER.size(); i++) {
        count[i + 1] += isAgain(span, LATER.get(i));
      }
    }
    return counts.entrySet().stream()
        .map(entry -> cohort(entry.getKey(), entry.getValue(), last))
        .toList();
  }

  private Report.Cohort cohort(int minute, int[] counts, int last) {
    List<Integer> again = new ArrayList<>();
    for (int i = 0; i < LATER.size(); i++) {
      again.add(isKnown(minute, LATER.get(i), last) ? counts[i + 1] : -1);
    }
    return new Report.Cohort(minute, counts[0], again);
  }
}
