package io.github.danmuhub.rule.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last few times that something happened: whether it was so often within so long. */
final class SlidingWindow {
  private int times;
  private final long withinMs;
  private final Deque<Long> happened = new ArrayDeque<>();

  SlidingWindow(int times, long withinMs) {
    this.times = times;
    this.withinMs = withinMs;
  }

  /** From now on so often; what happened stays. */
  SlidingWindow allow(int newTimes) {
    times = newTimes;
    return this;
  }

  void add(long ticks) {
    happened.addLast(ticks);
    while (happened.size() > times) {
      happened.removeFirst();
    }
  }

  /** How often within the time before {@code ticks}, as far as the limit goes. */
  int count(long ticks) {
    while (!happened.isEmpty() && happened.getFirst() <= ticks - withinMs) {
      happened.removeFirst();
    }
    return happened.size();
  }

  /** Until once more does not make it too often; 0 where it may happen now. */
  long waitMs(long ticks) {
    int count = count(ticks);
    if (count < times) {
      return 0;
    }
    long enough = happened.stream().skip((long) count - times).findFirst().orElse(ticks);
    return enough + withinMs - ticks;
  }
}
