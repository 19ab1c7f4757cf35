package io.github.danmuhub.testing;

import java.util.PriorityQueue;

/** What falls due when, under a clock that only {@link #pass} moves. One thread. */
final class Agenda {
  private record Due(long at, long order, Runnable task) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private long now;
  private long order;

  Agenda(long start) {
    now = start;
  }

  long now() {
    return now;
  }

  /** In so many milliseconds; of two that are due together the earlier one comes first. */
  void after(long ms, Runnable task) {
    due.add(new Due(now + ms, order++, task));
  }

  /** Lets time pass, with everything that falls due in it. */
  void pass(long ms) {
    long end = now + ms;
    while (!due.isEmpty() && due.peek().at() <= end) {
      Due next = due.remove();
      now = Math.max(now, next.at());
      next.task().run();
    }
    now = end;
  }
}
