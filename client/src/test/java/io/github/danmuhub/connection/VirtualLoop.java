package io.github.danmuhub.connection;

import io.github.danmuhub.transport.Loop;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** A loop whose clock the test moves. */
final class VirtualLoop implements Loop {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
  private long now = 1_700_000_000_000L;
  private long order;

  private record Task(long at, long order, Runnable work) {}

  @Override
  public long now() {
    return now;
  }

  @Override
  public void execute(Runnable task) {
    schedule(0, task);
  }

  @Override
  public Timer schedule(long delayMs, Runnable work) {
    Task task = new Task(now + delayMs, order++, work);
    tasks.add(task);
    return () -> tasks.removeIf(one -> one.order() == task.order());
  }

  /** Runs what is due. */
  void run() {
    advance(0);
  }

  /** Moves the clock and runs, in order, what falls due on the way. */
  void advance(long ms) {
    long until = now + ms;
    for (Task next = tasks.peek(); next != null && next.at() <= until; next = tasks.peek()) {
      tasks.remove(next);
      now = Math.max(now, next.at());
      next.work().run();
    }
    now = until;
  }

  /** Somebody sets the clock back; who waits for an hour still waits for an hour. */
  void setBack(long ms) {
    now -= ms;
    List<Task> waiting = List.copyOf(tasks);
    tasks.clear();
    waiting.forEach(task -> tasks.add(new Task(task.at() - ms, task.order(), task.work())));
  }

  /** How many tasks are still to come. */
  int pending() {
    return tasks.size();
  }
}
