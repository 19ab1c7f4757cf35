package io.github.danmuhub.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.rule.Kinds;
import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.read.Checked;
import io.github.danmuhub.rule.read.RulesReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Rules on a clock that the test moves; ten ticks a second, as in the hub. */
final class Bench implements Conclusions {
  private static final long TICK_MS = 100;

  final List<Decision> decisions = new ArrayList<>();
  final List<Action> actions = new ArrayList<>();
  final List<Tally> tallies = new ArrayList<>();
  final RuleEngine engine = new RuleEngine(new SplittableRandom(7), this);
  private long ticks = 50_000;
  private long seq;

  Bench(String yaml) {
    use(yaml);
  }

  Set<String> use(String yaml) {
    Checked checked = RulesReader.read("version: 1\n" + yaml, Kinds.ALL);
    assertThat(checked.faults()).isEmpty();
    return engine.use(checked.rules(), now());
  }

  Now now() {
    return new Now(SampleEvents.START + ticks, ticks);
  }

  /** Milliseconds on both clocks, from the beginning. */
  long at() {
    return ticks;
  }

  void passes(long ms) {
    long end = ticks + ms;
    while (ticks < end) {
      ticks = Math.min(end, ticks + TICK_MS);
      engine.onTick(now());
    }
  }

  void hears(LiveEvent event) {
    engine.onEvent(event, ++seq, now());
  }

  void says(int user, String text) {
    hears(SampleEvents.chat(ticks, user, text));
  }

  List<Verdict> verdicts() {
    return decisions.stream().map(Decision::verdict).toList();
  }

  /** What was said, or which device moved. */
  List<String> done() {
    return actions.stream().map(Bench::brief).toList();
  }

  private static String brief(Action action) {
    return action.kind().equals("say")
        ? String.valueOf(action.parameters().text("text"))
        : action.kind() + action.parameters();
  }

  @Override
  public void decided(Decision decision) {
    decisions.add(decision);
  }

  @Override
  public void act(Action action) {
    actions.add(action);
  }

  @Override
  public void tallied(Tally tally) {
    tallies.add(tally);
  }
}
