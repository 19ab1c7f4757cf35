package io.github.danmuhub.rule.engine;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.Rule;
import io.github.danmuhub.rule.model.RuleSet;
import io.github.danmuhub.rule.model.Step;
import io.github.danmuhub.rule.model.Trigger;
import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * The rules at work. An event is taken through every rule that is worth asking: filter, how often,
 * limits, queue; what passes is reserved at once and runs, in the same call. Outlives the file: a
 * new {@link RuleSet} takes over with cooldowns, votes and counters as they are. One thread at a
 * time.
 */
public final class RuleEngine {
  private final RandomGenerator random;
  private final Conclusions out;
  private final Limits limits = new Limits();
  private final Repeating repeating = new Repeating();
  private final Freshness freshness = new Freshness();
  private final Combos combos = new Combos();
  private final Schedule schedule = new Schedule();
  private final CounterStore counters = new CounterStore();
  private final List<Step.Ballot> ballots = new ArrayList<>();
  private final Queues queues = new Queues(new Hands(), this::dropped);
  private final Votes votes = new Votes(new Told());
  private RuleSet rules = RuleSet.EMPTY;
  private Candidates candidates = new Candidates(List.of());
  private Now now = new Now(0, 0);

  /**
   * Without rules at first.
   *
   * @param random all that is left to chance
   */
  public RuleEngine(RandomGenerator random, Conclusions out) {
    this.random = random;
    this.out = out;
  }

  /**
   * Goes on by these rules.
   *
   * @return whose actions a change touches
   */
  public Set<String> use(RuleSet next, Now at) {
    now = at;
    Changes changes = Changes.between(rules, next);
    queues.clear(rule -> changes.has(rule.id()), Phrase.of("decided.changed"), at.ticks());
    changes.ids().forEach(repeating::forget);
    changes.ids().forEach(combos::forget);
    rules = next;
    candidates = new Candidates(next.rules());
    limits.use(next);
    schedule.use(next.rules(), next.general().zone());
    votes.use(next.votes(), at.ticks());
    return changes.kinds();
  }

  /** An event of a room. */
  public void onEvent(LiveEvent event, long seq, Now at) {
    now = at;
    Occasion occasion = Occasion.of(event, seq);
    if (!freshness.happens(occasion)) {
      return;
    }
    if (event instanceof Broadcast broadcast && broadcast.state() == Broadcast.State.LIVE) {
      limits.broadcastBegins(occasion.room());
    }
    if (!Freshness.isLate(occasion, now)) {
      votes.hear(occasion, now);
      collect(occasion);
    }
    candidates.of(occasion).forEach(rule -> consider(rule, occasion));
    startBallots();
  }

  private void collect(Occasion occasion) {
    for (Rule rule : candidates.collecting(occasion)) {
      combos
          .add(rule, occasion, now.ticks())
          .forEach(done -> consider(done.rule(), done.occasion()));
    }
  }

  /** Time has passed; asked for ten times a second. */
  public void onTick(Now at) {
    now = at;
    queues.goOn(now.ticks());
    combos.over(now.ticks()).forEach(done -> decide(done.rule(), done.occasion()));
    votes.goOn(now);
    for (Rule rule : schedule.due(now)) {
      decide(rule, Occasion.of(Occasion.SCHEDULE, Map.of(), now.wallMs()));
    }
    startBallots();
  }

  /** Whether time alone changes nothing, so that nobody need tell of it. */
  public boolean isQuiet() {
    return queues.isEmpty() && combos.isEmpty() && votes.isQuiet() && schedule.isEmpty();
  }

  /**
   * An HTTP call.
   *
   * @param said what it brought, by the fields' names
   * @return false where there is no such rule, or it does not listen to calls
   */
  public boolean call(String rule, Map<String, String> said, Now at) {
    now = at;
    Optional<Rule> called = find(rule).filter(each -> each.hears(Occasion.HTTP));
    called.ifPresent(each -> consider(each, Occasion.of(Occasion.HTTP, said, now.wallMs())));
    startBallots();
    return called.isPresent();
  }

  private void consider(Rule rule, Occasion occasion) {
    if (!Freshness.isLate(occasion, now)) {
      decide(rule, occasion);
    } else if (rule.cause().when().holds(occasion, counters)) {
      tell(rule, occasion, Verdict.EXPIRED, Phrase.of("decided.late"), 0);
    }
  }

  /** What is not late by itself, only its turn is: it was waited for. */
  private void decide(Rule rule, Occasion occasion) {
    if (!rule.cause().when().holds(occasion, counters)
        || !repeating.missing(rule, occasion, now.ticks()).isEmpty()) {
      return;
    }
    Optional<Held> held = limits.holding(rule, occasion, now.ticks());
    if (held.isPresent()) {
      tell(rule, occasion, Verdict.COOLDOWN, held.get().which(), held.get().remainingMs());
      return;
    }
    Optional<Verdict> refused = queues.refusing(rule);
    if (refused.isPresent()) {
      tell(rule, occasion, refused.get(), Phrase.NONE, 0);
      return;
    }
    fire(rule, occasion);
  }

  private void fire(Rule rule, Occasion occasion) {
    boolean dry = isDry(rule);
    limits.reserve(rule, occasion, now.ticks());
    repeating.fired(rule, occasion);
    tell(rule, occasion, dry ? Verdict.DRY_RUN : Verdict.FIRED, Phrase.NONE, 0);
    queues.take(rule, occasion, dry, now.ticks());
  }

  private boolean isDry(Rule rule) {
    return rules.general().dryRun() || rule.dryRun();
  }

  private void tell(Rule rule, Occasion occasion, Verdict verdict, Phrase words, long remainingMs) {
    out.decided(Decision.of(rule.id(), occasion, verdict, words, remainingMs, now));
  }

  private void dropped(Rule rule, Occasion occasion, Verdict verdict, Phrase why) {
    tell(rule, occasion, verdict, why, 0);
  }

  /** What steps asked for; by then they are over, so that no vote calls itself. */
  private void startBallots() {
    List<Step.Ballot> asked = List.copyOf(ballots);
    ballots.clear();
    for (Step.Ballot ballot : asked) {
      if (ballot.starts()) {
        votes.open(ballot.vote(), now);
      } else {
        votes.close(ballot.vote(), now);
      }
    }
  }

  /** What every rule that hears such an event would do; nothing is reserved, counted or done. */
  public List<Explanation> explain(LiveEvent event, Now at) {
    Occasion occasion = Occasion.of(event, 0);
    List<Explanation> all = new ArrayList<>();
    for (Rule rule : rules.rules()) {
      if (rule.hears(occasion.type())) {
        all.add(new Preview(rule, occasion, at).of(counters, limits, queues));
      }
    }
    return all;
  }

  /** By hand; false where there is no such rule. */
  public boolean resetCooldown(String rule) {
    Optional<Rule> found = find(rule);
    found.ifPresent(limits::reset);
    return found.isPresent();
  }

  /** By hand; false where there is no such vote. */
  public boolean startVote(String vote, Now at) {
    now = at;
    return votes.open(vote, at);
  }

  /** By hand: it decides now. False where there is no such vote. */
  public boolean stopVote(String vote, Now at) {
    now = at;
    return votes.close(vote, at);
  }

  /** Drops what waits and cuts off what runs, of the rules that are meant. */
  public void clear(Predicate<Rule> which, Phrase why, Now at) {
    now = at;
    queues.clear(which, why, at.ticks());
  }

  public List<Tally> votes(Now at) {
    return votes.tallies(at.ticks());
  }

  public List<RuleState> states(Now at) {
    return rules.rules().stream().map(rule -> state(rule, at.ticks())).toList();
  }

  private RuleState state(Rule rule, long ticks) {
    return new RuleState(
        rule.id(),
        rule.place().line(),
        queues.isRunning(rule),
        queues.waiting(rule),
        limits.remaining(rule, ticks),
        isDry(rule));
  }

  public Map<String, Long> counters() {
    return counters.all();
  }

  /** As it was when the program ended. */
  public void restore(Map<String, Long> values) {
    values.forEach(counters::set);
  }

  private Optional<Rule> find(String id) {
    return rules.rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** What a run reaches. */
  private final class Hands implements Run.Hands {
    @Override
    public void act(Action action) {
      out.act(action);
    }

    @Override
    public void count(Step.Count count) {
      if (count.set()) {
        counters.set(count.counter(), count.amount());
      } else {
        counters.add(count.counter(), count.amount());
      }
    }

    @Override
    public void ballot(Step.Ballot ballot) {
      ballots.add(ballot);
    }

    @Override
    public void failed(Rule rule, Occasion occasion, Phrase why) {
      tell(rule, occasion, Verdict.ERROR, why, 0);
    }

    @Override
    public CounterStore counters() {
      return counters;
    }

    @Override
    public long chance(long bound) {
      return random.nextLong(bound);
    }
  }

  /** What a vote reaches. */
  private final class Told implements Election.Told {
    @Override
    public void tallied(Tally tally) {
      out.tallied(tally);
    }

    @Override
    public void ended(Occasion occasion) {
      String name = String.valueOf(occasion.said("vote.name"));
      Trigger trigger = new Trigger.Vote(name, occasion.type().equals(Occasion.VOTE));
      for (Rule rule : candidates.of(occasion)) {
        if (rule.cause().on().contains(trigger)) {
          consider(rule, occasion);
        }
      }
    }

    @Override
    public long chance(long bound) {
      return random.nextLong(bound);
    }
  }
}
