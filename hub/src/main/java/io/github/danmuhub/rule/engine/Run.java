package io.github.danmuhub.rule.engine;

import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.Parameters;
import io.github.danmuhub.rule.model.Argument;
import io.github.danmuhub.rule.model.BadFillException;
import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.Rule;
import io.github.danmuhub.rule.model.Step;
import io.github.danmuhub.text.Phrase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule that fired, on its way through its steps. Its safe end is gone through whatever happens:
 * after the last step, after a step that failed, and, without any wait, when it is cut off.
 */
final class Run {
  private final Rule rule;
  private final Occasion occasion;
  private final boolean dry;
  private final Deque<Step> steps = new ArrayDeque<>();
  private boolean ending;
  private long wakeAt;

  Run(Rule rule, Occasion occasion, boolean dry) {
    this.rule = rule;
    this.occasion = occasion;
    this.dry = dry;
    steps.addAll(rule.program().steps());
  }

  Rule rule() {
    return rule;
  }

  /** What its steps reach. */
  interface Hands {
    void act(Action action);

    void count(Step.Count count);

    void ballot(Step.Ballot ballot);

    /** A step could not be done. */
    void failed(Rule rule, Occasion occasion, Phrase why);

    CounterStore counters();

    /** From 0, less than {@code bound}. */
    long chance(long bound);
  }

  /** Goes on until it has to wait; whether it is over. */
  boolean goOn(long ticks, Hands hands) {
    while (ticks >= wakeAt) {
      Step step = steps.poll();
      if (step instanceof Step.Wait wait) {
        wakeAt = ticks + wait.ms();
      } else if (step != null) {
        take(step, ticks, hands);
      } else if (ending) {
        return true;
      } else {
        beginEnd();
      }
    }
    return false;
  }

  /** Ends it now. */
  void cutOff(long ticks, Hands hands) {
    if (!ending) {
      beginEnd();
    }
    withoutWaits(ticks, hands);
  }

  /** All that it would do, as if no time passed. */
  void preview(long ticks, Hands hands) {
    withoutWaits(ticks, hands);
  }

  private void withoutWaits(long ticks, Hands hands) {
    do {
      wakeAt = ticks;
    } while (!goOn(ticks, hands));
  }

  private void beginEnd() {
    ending = true;
    steps.clear();
    steps.addAll(rule.program().last());
  }

  private void take(Step step, long ticks, Hands hands) {
    if (step instanceof Step.Act act) {
      act(act, ticks, hands);
    } else if (step instanceof Step.Choose choose) {
      push(chosen(choose, hands.chance(choose.weight())));
    } else if (step instanceof Step.Count count && !dry) {
      hands.count(count);
    } else if (step instanceof Step.Ballot ballot && !dry) {
      hands.ballot(ballot);
    }
  }

  private void push(List<Step> chosen) {
    for (int i = chosen.size() - 1; i >= 0; i--) {
      steps.push(chosen.get(i));
    }
  }

  private static List<Step> chosen(Step.Choose choose, long chance) {
    long left = chance;
    for (Step.Branch branch : choose.branches()) {
      left -= branch.weight();
      if (left < 0) {
        return branch.steps();
      }
    }
    return List.of();
  }

  private void act(Step.Act act, long ticks, Hands hands) {
    try {
      Parameters parameters = filled(act, hands.counters());
      hands.act(
          new Action(rule.id(), act.kind(), parameters, ticks, occasion.receivedMs(), ending, dry));
    } catch (BadFillException e) {
      hands.failed(rule, occasion, Phrase.of("decided.fill", act.kind(), e.told()));
      if (!ending) {
        beginEnd();
      }
    }
  }

  private Parameters filled(Step.Act act, CounterStore counters) throws BadFillException {
    Map<String, Object> filled = new LinkedHashMap<>();
    for (Map.Entry<String, Argument> argument : act.arguments().entrySet()) {
      filled.put(argument.getKey(), argument.getValue().fill(occasion, counters));
    }
    return new Parameters(filled);
  }
}
