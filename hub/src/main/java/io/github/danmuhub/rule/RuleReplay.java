package io.github.danmuhub.rule;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.engine.Conclusions;
import io.github.danmuhub.rule.engine.Decision;
import io.github.danmuhub.rule.engine.Explanation;
import io.github.danmuhub.rule.engine.Now;
import io.github.danmuhub.rule.engine.RuleEngine;
import io.github.danmuhub.rule.engine.Tally;
import io.github.danmuhub.rule.engine.Verdict;
import io.github.danmuhub.rule.model.RuleSet;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Rules held against a recording on its own clock: events come when they were received, ten ticks
 * pass a second between them, and nothing is done, only told. The same rules, recording and seed
 * tell the same, byte for byte. One thread.
 */
public final class RuleReplay implements Conclusions {
  private static final long TICK_MS = 100;

  /** After the last event: what waits comes to its end. */
  private static final long AFTER_MS = 60_000;

  private final RuleEngine engine;
  private final RuleSet rules;
  private final boolean all;
  private final Consumer<ReplayLine> out;
  private long now = -1;

  /**
   * Plays on by these rules.
   *
   * @param all whether what did not match is told too
   * @param out takes one line after the other
   */
  public RuleReplay(RuleSet rules, long seed, boolean all, Consumer<ReplayLine> out) {
    this.engine = new RuleEngine(new SplittableRandom(seed), this);
    this.rules = rules;
    this.all = all;
    this.out = out;
  }

  /** The next event of the recording. */
  public void hear(Numbered numbered) {
    passUntil(numbered.event().origin().received());
    if (all) {
      engine.explain(numbered.event(), now()).stream()
          .map(Explanation::decision)
          .filter(decision -> decision.verdict() == Verdict.NO_MATCH)
          .forEach(this::decided);
    }
    engine.onEvent(numbered.event(), numbered.seq(), now());
  }

  /** The recording is over. */
  public void end() {
    if (now >= 0) {
      passUntil(now + AFTER_MS);
    }
  }

  /** A recording's clock that jumps back stands still until it is passed. */
  private void passUntil(long ms) {
    if (now < 0) {
      now = ms;
      engine.use(rules, now());
    }
    while (now < ms) {
      now = engine.isQuiet() ? ms : Math.min(ms, now + TICK_MS);
      engine.onTick(now());
    }
  }

  private Now now() {
    return new Now(now, now);
  }

  @Override
  public void decided(Decision decision) {
    out.accept(ReplayLine.of(decision));
  }

  @Override
  public void act(Action action) {
    out.accept(ReplayLine.of(action, now));
  }

  @Override
  public void tallied(Tally tally) {
    if (!tally.window().open()) {
      out.accept(ReplayLine.of(tally, now));
    }
  }
}
