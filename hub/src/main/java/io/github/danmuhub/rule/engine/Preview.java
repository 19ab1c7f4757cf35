package io.github.danmuhub.rule.engine;

import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.Repeats;
import io.github.danmuhub.rule.model.Rule;
import io.github.danmuhub.rule.model.Step;
import io.github.danmuhub.rule.model.Words;
import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule would do at an occasion: all is asked, nothing is changed. */
final class Preview implements Run.Hands {
  private final Rule rule;
  private final Occasion occasion;
  private final Now now;
  private final List<Action> actions = new ArrayList<>();
  private CounterStore seen = new CounterStore();
  private Phrase failure = Phrase.NONE;

  Preview(Rule rule, Occasion occasion, Now now) {
    this.rule = rule;
    this.occasion = occasion;
    this.now = now;
  }

  Explanation of(CounterStore counters, Limits limits, Queues queues) {
    seen = counters;
    if (!rule.cause().when().holds(occasion, counters)) {
      return told(Verdict.NO_MATCH, rule.cause().when().failing(occasion, counters), 0);
    }
    Optional<Held> held = limits.holding(rule, occasion, now.ticks());
    if (held.isPresent()) {
      return told(Verdict.COOLDOWN, held.get().which(), held.get().remainingMs());
    }
    Optional<Verdict> refused = queues.refusing(rule);
    if (refused.isPresent()) {
      return told(refused.get(), Phrase.NONE, 0);
    }
    new Run(rule, occasion, true).preview(now.ticks(), this);
    return failure.equals(Phrase.NONE)
        ? told(Verdict.DRY_RUN, often(rule.cause().count()), 0)
        : told(Verdict.ERROR, failure, 0);
  }

  private static Phrase often(@Nullable Repeats count) {
    return count == null
        ? Phrase.NONE
        : Phrase.of("decided.count", count.times(), Words.duration(count.withinMs()));
  }

  private Explanation told(Verdict verdict, Phrase words, long remainingMs) {
    return new Explanation(
        Decision.of(rule.id(), occasion, verdict, words, remainingMs, now), actions);
  }

  @Override
  public void act(Action action) {
    actions.add(action);
  }

  @Override
  public void count(Step.Count count) {}

  @Override
  public void ballot(Step.Ballot ballot) {}

  @Override
  public void failed(Rule failed, Occasion at, Phrase why) {
    failure = why;
  }

  @Override
  public CounterStore counters() {
    return seen;
  }

  /** The first branch that can come. */
  @Override
  public long chance(long bound) {
    return 0;
  }
}
