package io.github.danmuhub.testing;

import io.github.danmuhub.transport.Loop;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A loop whose clock the test moves. */
public final class VirtualLoop implements Loop {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
  private long ticks;
  private long wallAhead = 1_700_000_000_000L;
  private long order;

  private record Task(long at, long order, Runnable work) {}

  @Override
  public long wallMs() {
    return ticks + wallAhead;
  }

  @Override
  public long ticks() {
    return ticks;
  }

  @Override
  public void execute(Runnable task) {
    schedule(0, task);
  }

  @Override
  public Timer schedule(long delayMs, Runnable work) {
    Task task = new Task(ticks + delayMs, order++, work);
    tasks.add(task);
    return () -> tasks.removeIf(one -> one.order() == task.order());
  }

  /** Runs what is due. */
  public void run() {
    advance(0);
  }

  /** Moves the clock and runs, in order, what falls due on the way. */
  public void advance(long ms) {
    long until = ticks + ms;
    for (Task next = tasks.peek(); next != null && next.at() <= until; next = tasks.peek()) {
      tasks.remove(next);
      ticks = Math.max(ticks, next.at());
      next.work().run();
    }
    ticks = until;
  }

  /** Somebody sets the wall clock back; ticks go on. */
  public void setBack(long ms) {
    wallAhead -= ms;
  }

  /** How many tasks are still to come. */
  public int pending() {
    return tasks.size();
  }
}
