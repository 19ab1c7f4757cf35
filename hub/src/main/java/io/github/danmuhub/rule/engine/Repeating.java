package io.github.danmuhub.rule.engine;

import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.Repeats;
import io.github.danmuhub.rule.model.Rule;

/** How often it has happened: {@code count} of the rules. At most {@value #MOST} are counted. */
final class Repeating {
  private static final int MOST = 20_000;

  private final Recent<SlidingWindow> windows = new Recent<>(MOST);

  /** Counts it; empty where it is often enough, else how often it was. */
  String missing(Rule rule, Occasion occasion, long ticks) {
    Repeats repeats = rule.cause().count();
    if (repeats == null) {
      return "";
    }
    SlidingWindow window =
        windows.get(
            key(rule, repeats, occasion),
            unused -> new SlidingWindow(repeats.times(), repeats.withinMs()));
    for (int i = Math.min(repeats.times(), occasion.times()); i > 0; i--) {
      window.add(ticks);
    }
    int count = window.count(ticks);
    return count >= repeats.times() ? "" : "%d of %d times".formatted(count, repeats.times());
  }

  /** It counts from 0 again. */
  void fired(Rule rule, Occasion occasion) {
    Repeats repeats = rule.cause().count();
    if (repeats != null) {
      windows.remove(key(rule, repeats, occasion));
    }
  }

  /** A rule that has changed counts anew. */
  void forget(String rule) {
    windows.removeIf(key -> key.startsWith(rule + " "));
  }

  private static String key(Rule rule, Repeats repeats, Occasion occasion) {
    return rule.id()
        + " "
        + switch (repeats.per()) {
          case RULE -> "";
          case ROOM -> occasion.room();
          case USER -> String.valueOf(occasion.userKey());
        };
  }
}
