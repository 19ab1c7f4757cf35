package io.github.danmuhub.rule.engine;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.User;
import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.VotePlan;
import io.github.danmuhub.rule.model.VotePlan.Counting;
import io.github.danmuhub.rule.model.VotePlan.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One open window of a vote: who voted for what. At most {@value #MOST} voters; further ones are
 * not counted, and that is told.
 */
final class Ballot {
  private static final int MOST = 100_000;

  private final VotePlan plan;
  private final Map<String, Score> scores = new LinkedHashMap<>();
  private final Map<String, Cast> casts = new LinkedHashMap<>();
  private final Map<String, Long> given = new HashMap<>();
  private long messages;
  private long order;
  private long notCounted;

  Ballot(VotePlan plan) {
    this.plan = plan;
    plan.options().keySet().forEach(option -> scores.put(option, new Score()));
  }

  /** Of one option. */
  private static final class Score {
    long count;

    /** When it last grew: who had so many first. */
    long since;
  }

  private record Cast(String option, @Nullable User user, long weight) {}

  /** Whether it was a vote that counts. */
  boolean vote(Occasion occasion) {
    String option = occasion.foldedText();
    if (!scores.containsKey(option)) {
      return false;
    }
    if (plan.suffrage().counting() == Counting.EVERY_MESSAGE) {
      messages += occasion.times();
      add(option, occasion.times() * plan.suffrage().weights().of(occasion.user(), 0));
      return true;
    }
    String voter = occasion.userKey();
    return voter != null && cast(voter, option, occasion.user());
  }

  private boolean cast(String voter, String option, @Nullable User user) {
    Cast before = casts.get(voter);
    if (before == null && casts.size() >= MOST) {
      notCounted++;
      return false;
    }
    if (before != null) {
      if (plan.suffrage().counting() == Counting.FIRST || before.option().equals(option)) {
        return false;
      }
      add(before.option(), -before.weight());
    }
    long weight = plan.suffrage().weights().of(user, given.getOrDefault(voter, 0L));
    casts.put(voter, new Cast(option, user, weight));
    add(option, weight);
    return true;
  }

  /** What somebody gave while it is open makes their vote count more, where the plan says so. */
  boolean give(Occasion occasion, @Nullable Money value) {
    Money unit = plan.suffrage().weights().gift();
    String voter = occasion.userKey();
    if (unit == null || value == null || voter == null || !isIn(unit, value)) {
      return false;
    }
    if (given.size() >= MOST && !given.containsKey(voter)) {
      return false;
    }
    given.merge(voter, value.milli(), Long::sum);
    Cast cast = casts.get(voter);
    if (cast == null) {
      return false;
    }
    long weight = plan.suffrage().weights().of(cast.user(), given.getOrDefault(voter, 0L));
    add(cast.option(), weight - cast.weight());
    casts.put(voter, new Cast(cast.option(), cast.user(), weight));
    return true;
  }

  private static boolean isIn(Money unit, Money value) {
    return unit.currency().equals(value.currency());
  }

  private void add(String option, long weight) {
    Score score = scores.get(option);
    if (score != null && weight != 0) {
      score.count += weight;
      if (weight > 0) {
        score.since = ++order;
      }
    }
  }

  long voters() {
    return plan.suffrage().counting() == Counting.EVERY_MESSAGE ? messages : casts.size();
  }

  long notCounted() {
    return notCounted;
  }

  long total() {
    return scores.values().stream().mapToLong(score -> score.count).sum();
  }

  /** In the order of the file. */
  List<Tally.Line> lines() {
    List<Tally.Line> lines = new ArrayList<>();
    scores.forEach(
        (word, score) -> {
          Option option = option(word);
          lines.add(new Tally.Line(option.label(), option.value(), score.count));
        });
    return lines;
  }

  /** The names of so many who voted for it, each once, by chance. */
  List<String> drawn(Option winner, int many, LongUnaryOperator chance) {
    List<String> names = new ArrayList<>();
    for (Cast cast : casts.values()) {
      if (option(cast.option()).equals(winner) && cast.user() != null) {
        names.add(cast.user().displayName());
      }
    }
    List<String> drawn = new ArrayList<>();
    while (drawn.size() < many && !names.isEmpty()) {
      drawn.add(names.remove((int) chance.applyAsLong(names.size())));
    }
    return drawn;
  }

  private Option option(String word) {
    return plan.options().getOrDefault(word, new Option(word, word));
  }

  /** Those that have most, who had it first in front; none before anybody voted. */
  List<Option> leaders() {
    long most = scores.values().stream().mapToLong(score -> score.count).max().orElse(0);
    if (most <= 0) {
      return List.of();
    }
    return scores.entrySet().stream()
        .filter(each -> each.getValue().count == most)
        .sorted((a, b) -> Long.compare(a.getValue().since, b.getValue().since))
        .map(each -> option(each.getKey()))
        .toList();
  }
}
