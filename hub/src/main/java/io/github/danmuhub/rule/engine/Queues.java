package io.github.danmuhub.rule.engine;

import io.github.danmuhub.rule.model.Lane;
import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.Rule;
import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that runs and waits. A queue's bound is its rule's; what it does not take is told, and so is
 * what waited too long.
 */
final class Queues {
  private final Map<String, Queue> byName = new HashMap<>();
  private final Run.Hands hands;
  private final Dropped dropped;

  Queues(Run.Hands hands, Dropped dropped) {
    this.hands = hands;
    this.dropped = dropped;
  }

  /** Hears of what fired and is not run. */
  interface Dropped {
    void dropped(Rule rule, Occasion occasion, Verdict verdict, Phrase why);
  }

  /** Why one more of this rule would not run; empty where it would run or wait. */
  Optional<Verdict> refusing(Rule rule) {
    Queue queue = queue(rule);
    boolean busy = !queue.running.isEmpty();
    return switch (rule.lane().mode()) {
      case DROP -> busy ? Optional.of(Verdict.BUSY) : Optional.empty();
      case RESTART -> Optional.empty();
      case QUEUE -> {
        boolean full = busy && queue.isFull(rule);
        yield full && (dropsNewest(rule) || rule.lane().size() == 0)
            ? Optional.of(Verdict.QUEUE_FULL)
            : Optional.empty();
      }
      case PARALLEL ->
          queue.running.size() >= Math.max(1, rule.lane().size())
              ? Optional.of(Verdict.QUEUE_FULL)
              : Optional.empty();
    };
  }

  private Queue queue(Rule rule) {
    Queue known = byName.get(rule.lane().queue());
    return known == null ? new Queue() : known;
  }

  private static boolean dropsNewest(Rule rule) {
    return rule.lane().whenFull() == Lane.WhenFull.DROP_NEWEST;
  }

  /** Runs it, or lets it wait; whether it waits. */
  boolean take(Rule rule, Occasion occasion, boolean dry, long ticks) {
    Queue queue = byName.computeIfAbsent(rule.lane().queue(), unused -> new Queue());
    Lane.Mode mode = rule.lane().mode();
    if (mode == Lane.Mode.QUEUE && !queue.running.isEmpty()) {
      Queue.Waiting gone = queue.add(new Queue.Waiting(rule, occasion, dry, ticks));
      if (gone != null) {
        tell(gone, Verdict.QUEUE_FULL, Phrase.of("decided.newer"));
      }
      return true;
    }
    if (mode == Lane.Mode.RESTART) {
      cutOff(queue, run -> true, ticks);
    }
    start(queue, new Run(rule, occasion, dry), ticks);
    return false;
  }

  /** A run that is over at once never stands in the list. */
  private void start(Queue queue, Run run, long ticks) {
    queue.running.add(run);
    if (run.goOn(ticks, hands)) {
      queue.running.remove(run);
    }
  }

  /** Goes on with what waited for its time, then with what waited for its turn. */
  void goOn(long ticks) {
    for (Queue queue : new ArrayList<>(byName.values())) {
      for (Run run : new ArrayList<>(queue.running)) {
        if (queue.running.contains(run) && run.goOn(ticks, hands)) {
          queue.running.remove(run);
        }
      }
      startNext(queue, ticks);
    }
    byName.values().removeIf(Queue::isEmpty);
  }

  private void startNext(Queue queue, long ticks) {
    while (queue.running.isEmpty()) {
      Queue.Waiting next = queue.next();
      if (next == null) {
        return;
      }
      if (next.isExpired(ticks)) {
        tell(next, Verdict.EXPIRED, Phrase.of("decided.waited"));
      } else {
        start(queue, new Run(next.rule(), next.occasion(), next.dry()), ticks);
      }
    }
  }

  /** Drops what waits and cuts off what runs, of the rules that are meant. */
  void clear(Predicate<Rule> which, Phrase why, long ticks) {
    for (Queue queue : new ArrayList<>(byName.values())) {
      List<Queue.Waiting> kept = new ArrayList<>();
      for (Queue.Waiting each : queue.clear()) {
        if (which.test(each.rule())) {
          tell(each, Verdict.EXPIRED, why);
        } else {
          kept.add(each);
        }
      }
      kept.forEach(queue::add);
      cutOff(queue, run -> which.test(run.rule()), ticks);
    }
  }

  private void cutOff(Queue queue, Predicate<Run> which, long ticks) {
    for (Run run : new ArrayList<>(queue.running)) {
      if (which.test(run)) {
        queue.running.remove(run);
        run.cutOff(ticks, hands);
      }
    }
  }

  private void tell(Queue.Waiting gone, Verdict verdict, Phrase why) {
    dropped.dropped(gone.rule(), gone.occasion(), verdict, why);
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  boolean isRunning(Rule rule) {
    return queue(rule).running.stream().anyMatch(run -> run.rule().id().equals(rule.id()));
  }

  int waiting(Rule rule) {
    return queue(rule).length();
  }
}
