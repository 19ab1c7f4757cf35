package io.github.danmuhub.rpc.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that a test moves. */
public final class ManualTimers implements Timers {
  private record Due(long at, Runnable task) {}

  private final List<Due> dues = new ArrayList<>();
  private long now;

  @Override
  public Runnable after(long ms, Runnable task) {
    Due due = new Due(now + ms, task);
    dues.add(due);
    return () -> dues.remove(due);
  }

  /** So much later; what is due meanwhile runs in order. */
  public void pass(long ms) {
    long until = now + ms;
    for (Optional<Due> next = next(until); next.isPresent(); next = next(until)) {
      now = next.get().at();
      dues.remove(next.get());
      next.get().task().run();
    }
    now = until;
  }

  private Optional<Due> next(long until) {
    return dues.stream().filter(due -> due.at() <= until).min(Comparator.comparingLong(Due::at));
  }

  /** How many tasks wait. */
  public int waiting() {
    return dues.size();
  }
}
