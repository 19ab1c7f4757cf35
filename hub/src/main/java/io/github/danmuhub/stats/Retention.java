package io.github.danmuhub.stats;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.User;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  List<Report.Retained> report(long end) {
    return LATER.stream().map(minutes -> after(minutes, minute(end))).toList();
  }

  private Report.Retained after(int minutes, int last) {
    int viewers = 0;
    int again = 0;
    for (int[] span : seen.values()) {
      int later = span[0] + minutes;
      if (later <= last && !gaps.get(span[0]) && !gaps.get(later)) {
        viewers++;
        again += span[1] >= later ? 1 : 0;
      }
    }
    return new Report.Retained(minutes, viewers, again);
  }
}
