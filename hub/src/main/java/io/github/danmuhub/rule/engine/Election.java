package io.github.danmuhub.rule.engine;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.VotePlan;
import io.github.danmuhub.rule.model.VotePlan.Option;
import io.github.danmuhub.rule.model.VotePlan.Starts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** One vote over all its windows: when one opens, who may vote, and who wins at its end. */
final class Election {
  private static final long TELL_EVERY_MS = 250;

  private final Told told;

  /** Of the window that is open, or was last. */
  private VotePlan plan;

  /** Of the next window: what a changed file says. */
  private VotePlan next;

  private @Nullable Ballot ballot;
  private long endsAt;
  private long opensAt;
  private long tellAt;
  private boolean changed;

  /** Opens its first window at once, where the plan says so. */
  Election(VotePlan plan, Told told, long ticks) {
    this.plan = plan;
    this.next = plan;
    this.told = told;
    this.opensAt = ticks;
  }

  /** Goes on by this from the next window on: one that is open ends as it began. */
  void use(VotePlan changed) {
    next = changed;
    if (ballot == null) {
      plan = changed;
    }
  }

  /** Hears how it goes. */
  interface Told {
    void tallied(Tally tally);

    /** An end that decides, or does not, as an occasion for rules. */
    void ended(Occasion occasion);

    /** From 0, less than {@code bound}. */
    long chance(long bound);
  }

  boolean isOpen() {
    return ballot != null;
  }

  /** Whether time alone changes it. */
  boolean isQuiet() {
    return ballot == null && plan.window().starts() != Starts.ALWAYS;
  }

  void hear(Occasion occasion, Now now) {
    if (!plan.suffrage().rooms().isEmpty() && !plan.suffrage().rooms().contains(occasion.room())) {
      return;
    }
    if (ballot == null && isOnVote(occasion, now.ticks())) {
      open(now.ticks());
    }
    Ballot running = ballot;
    if (running != null && now.ticks() < endsAt) {
      boolean voted = running.vote(occasion);
      boolean gave = running.give(occasion, paid(occasion.event()));
      changed = changed || voted || gave;
    }
  }

  private boolean isOnVote(Occasion occasion, long ticks) {
    return plan.window().starts() == Starts.ON_VOTE
        && ticks >= opensAt
        && plan.options().containsKey(occasion.foldedText());
  }

  private static @Nullable Money paid(@Nullable LiveEvent event) {
    if (event instanceof Gift gift) {
      return gift.value();
    }
    return event instanceof SuperChat paid ? paid.value() : null;
  }

  /** Anew, where it is not open. */
  void open(long ticks) {
    if (ballot == null) {
      ballot = new Ballot(plan);
      endsAt = ticks + plan.window().ms();
      changed = true;
      tellAt = ticks;
      tell(ticks);
    }
  }

  void goOn(Now now) {
    Ballot running = ballot;
    if (running != null && now.ticks() >= endsAt) {
      end(running, now);
    } else if (running != null) {
      tell(now.ticks());
    } else if (plan.window().starts() == Starts.ALWAYS && now.ticks() >= opensAt) {
      open(now.ticks());
    }
  }

  /** By hand, or by a rule: it decides now. */
  void close(Now now) {
    if (ballot != null) {
      end(ballot, now);
    }
  }

  private void tell(long ticks) {
    if (changed && ticks >= tellAt) {
      changed = false;
      tellAt = ticks + TELL_EVERY_MS;
      told.tallied(tally(ticks));
    }
  }

  Tally tally(long ticks) {
    return tally(ballot, Math.max(0, endsAt - ticks), null);
  }

  private Tally tally(@Nullable Ballot of, long leftMs, @Nullable String winner) {
    Ballot shown = of == null ? new Ballot(plan) : of;
    return new Tally(
        plan.name(),
        new Tally.Window(ballot != null, ballot == null ? 0 : leftMs, plan.window().ms()),
        shown.lines(),
        new Tally.Turnout(shown.voters(), shown.total(), shown.notCounted()),
        winner);
  }

  private void end(Ballot over, Now now) {
    ballot = null;
    opensAt = now.ticks() + next.window().pauseMs();
    Option winner = winner(over, told::chance);
    Tally last = tally(over, 0, winner == null ? null : winner.value());
    Occasion occasion = occasion(over, winner, now);
    plan = next;
    told.tallied(last);
    told.ended(occasion);
  }

  private @Nullable Option winner(Ballot over, LongUnaryOperator chance) {
    List<Option> leaders = over.leaders();
    if (leaders.isEmpty() || over.voters() < plan.outcome().quorum()) {
      return otherwise();
    }
    if (leaders.size() == 1) {
      return leaders.get(0);
    }
    return switch (plan.outcome().tie()) {
      case FIRST -> leaders.get(0);
      case RANDOM -> leaders.get((int) chance.applyAsLong(leaders.size()));
      case HIGHEST -> leaders.stream().max(Comparator.comparing(Option::label)).orElseThrow();
      case NONE -> otherwise();
    };
  }

  private @Nullable Option otherwise() {
    return plan.options().values().stream()
        .filter(option -> option.value().equals(plan.outcome().otherwise()))
        .findFirst()
        .orElse(null);
  }

  private Occasion occasion(Ballot over, @Nullable Option winner, Now now) {
    Map<String, String> said = new HashMap<>();
    said.put("vote.name", plan.name());
    said.put("vote.total", Long.toString(over.total()));
    if (winner != null) {
      said.put("vote.winner", winner.value());
      said.put("vote.option", winner.label());
      said.put("vote.count", Long.toString(count(over, winner)));
      said.put(
          "vote.drawn", String.join(", ", over.drawn(winner, plan.outcome().draw(), told::chance)));
    }
    String type = winner == null ? Occasion.NO_VOTE : Occasion.VOTE;
    return Occasion.of(type, said, now.wallMs());
  }

  private static long count(Ballot over, Option winner) {
    return over.lines().stream()
        .filter(line -> line.option().equals(winner.label()))
        .mapToLong(Tally.Line::count)
        .sum();
  }
}
