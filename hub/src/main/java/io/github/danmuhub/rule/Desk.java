package io.github.danmuhub.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.action.Outcome.How;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.rule.engine.Conclusions;
import io.github.danmuhub.rule.engine.Decision;
import io.github.danmuhub.rule.engine.Explanation;
import io.github.danmuhub.rule.engine.Now;
import io.github.danmuhub.rule.engine.RuleEngine;
import io.github.danmuhub.rule.engine.RuleState;
import io.github.danmuhub.rule.engine.Tally;
import io.github.danmuhub.rule.engine.Verdict;
import io.github.danmuhub.rule.model.RuleSet;
import io.github.danmuhub.rule.read.Checked;
import io.github.danmuhub.rule.read.RulesReader;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.text.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Where whoever has something for the rules comes to, one at a time: events, ticks, a new file, a
 * person. What the engine concludes is told from here: to the sinks, the audit, the pages. Any
 * thread; a call lasts as long as a pass through the rules.
 */
public final class Desk implements Conclusions {
  /** A loop that was away longer has missed what it should have done. */
  private static final long STILL_MS = 1_000;

  private final Actors actors;
  private final RuleEngine engine;
  private final Supplier<Now> clock;
  private final Consumer<ObjectNode> audit;
  private final Consumer<ObjectNode> pages;
  private RuleSet rules = RuleSet.EMPTY;
  private long tickedAt;

  /**
   * Without rules at first.
   *
   * @param audit takes every decision and every outcome; any thread
   * @param pages takes what pages show; any thread
   */
  public Desk(
      Map<String, ActionSink> sinks,
      RandomGenerator random,
      Supplier<Now> clock,
      Consumer<ObjectNode> audit,
      Consumer<ObjectNode> pages) {
    this.actors = new Actors(sinks, this::acted);
    this.engine = new RuleEngine(random, this);
    this.clock = clock;
    this.audit = audit;
    this.pages = pages;
    this.tickedAt = clock.get().ticks();
  }

  /** Checks a file, and goes on by it where it is good. */
  synchronized Checked use(String yaml) {
    Checked checked = check(yaml);
    if (checked.isGood()) {
      rules = checked.rules();
      actors.rulesChanged(engine.use(rules, clock.get()));
    }
    return checked;
  }

  Checked check(String yaml) {
    return RulesReader.read(yaml, actors.kinds());
  }

  synchronized void hear(LiveEvent event, long seq) {
    engine.onEvent(event, seq, clock.get());
  }

  synchronized void tick() {
    Now now = clock.get();
    if (now.ticks() - tickedAt > STILL_MS) {
      engine.clear(rule -> true, Phrase.of("decided.still"), now);
    }
    tickedAt = now.ticks();
    Set<String> stopped = actors.stopped();
    if (!stopped.isEmpty()) {
      engine.clear(
          rule -> rule.program().kinds().stream().anyMatch(stopped::contains),
          Phrase.of("decided.stopped"),
          now);
    }
    actors.tick(now.ticks());
    engine.onTick(now);
  }

  synchronized boolean fire(String rule, Map<String, String> said) {
    return engine.call(rule, said, clock.get());
  }

  synchronized List<Explanation> explain(LiveEvent event) {
    return engine.explain(event, clock.get());
  }

  synchronized boolean resetCooldown(String rule) {
    return engine.resetCooldown(rule);
  }

  synchronized boolean startVote(String vote) {
    return engine.startVote(vote, clock.get());
  }

  synchronized boolean stopVote(String vote) {
    return engine.stopVote(vote, clock.get());
  }

  synchronized List<Tally> votes() {
    return engine.votes(clock.get());
  }

  synchronized List<RuleState> states() {
    return engine.states(clock.get());
  }

  synchronized Map<String, Long> counters() {
    return engine.counters();
  }

  synchronized Set<String> persistent() {
    return rules.persistent();
  }

  synchronized void restore(Map<String, Long> counters) {
    engine.restore(counters);
  }

  /** Runs end safely; nothing waits any more. */
  synchronized void end() {
    engine.clear(rule -> true, Phrase.of("decided.end"), clock.get());
  }

  @Override
  public void decided(Decision decision) {
    audit.accept(Json.told(decision.toJson(), decision.words()));
  }

  @Override
  public void act(Action action) {
    actors.perform(action);
  }

  @Override
  public void tallied(Tally tally) {
    ObjectNode json = tally.toJson();
    pages.accept(json.put("type", "vote").put("v", 1));
    if (!tally.window().open()) {
      audit.accept(tally.toJson().put("at", Instant.ofEpochMilli(clock.get().wallMs()).toString()));
    }
  }

  /** What came of it, when, and how long after its cause was received. */
  private void acted(Action action, Result result) {
    long now = clock.get().wallMs();
    ObjectNode line = line(action, result, now);
    audit.accept(line.put("latency_ms", Math.max(0, now - action.receivedAtMs())));
  }

  private static ObjectNode line(Action action, Result result, long now) {
    Verdict verdict = verdict(result.how());
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("at", Instant.ofEpochMilli(now).toString())
            .put("rule", action.rule())
            .put("action", action.kind())
            .put("verdict", verdict == Verdict.FIRED ? "done" : verdict.word());
    Json.told(line.put("why", result.words().toString()), result.words());
    line.set("parameters", action.parameters().toJson());
    return action.safeEnd() ? line.put("finally", true) : line;
  }

  private static Verdict verdict(How how) {
    return switch (how) {
      case DONE -> Verdict.FIRED;
      case DISARMED -> Verdict.DISARMED;
      case DRY_RUN -> Verdict.DRY_RUN;
      case REFUSED -> Verdict.ERROR;
    };
  }
}
