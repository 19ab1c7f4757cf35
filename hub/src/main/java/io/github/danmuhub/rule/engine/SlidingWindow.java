package io.github.danmuhub.rule.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last few times that something happened: whether it was so often within so long. */
final class SlidingWindow {
  private final int times;
  private final long withinMs;
  private final Deque<Long> happened = new ArrayDeque<>();

  SlidingWindow(int times, long withinMs) {
    this.times = times;
    this.withinMs = withinMs;
  }

  void add(long ticks) {
    if (happened.size() == times) {
      happened.removeFirst();
    }
    happened.addLast(ticks);
  }

  /** How often within the time before {@code ticks}; no more than the limit. */
  int count(long ticks) {
    while (!happened.isEmpty() && happened.getFirst() <= ticks - withinMs) {
      happened.removeFirst();
    }
    return happened.size();
  }

  /** Until once more does not make it too often; 0 where it may happen now. */
  long waitMs(long ticks) {
    return count(ticks) < times ? 0 : happened.getFirst() + withinMs - ticks;
  }
}
