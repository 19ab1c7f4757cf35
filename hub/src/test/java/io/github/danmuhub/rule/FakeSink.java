package io.github.danmuhub.rule;

import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers what it was asked to do. */
final class FakeSink implements ActionSink {
  final List<Action> actions = new CopyOnWriteArrayList<>();
  final AtomicLong stops = new AtomicLong();
  final AtomicInteger changes = new AtomicInteger();
  final AtomicLong tickedAt = new AtomicLong();
  volatile Result result = Result.done(Phrase.foreign("moved"));

  @Override
  public ActionKind kind() {
    return Kinds.TOY;
  }

  @Override
  public void perform(Action action, Outcome outcome) {
    actions.add(action);
    outcome.report(result);
    outcome.report(Result.refused(Phrase.foreign("told twice, which counts once")));
  }

  @Override
  public void onTick(long ticks) {
    tickedAt.set(ticks);
  }

  @Override
  public void onRulesChanged() {
    changes.incrementAndGet();
  }

  @Override
  public long stops() {
    return stops.get();
  }
}
