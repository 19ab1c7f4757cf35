package io.github.danmuhub.rule.model;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole file of rules.
 *
 * @param general what holds for all of them
 * @param groups cooldowns that rules share, in milliseconds
 * @param persistent counters that outlive the program
 */
public record RuleSet(
    General general,
    Map<String, Long> groups,
    Set<String> persistent,
    Map<String, VotePlan> votes,
    List<Rule> rules) {
  public static final RuleSet EMPTY =
      new RuleSet(General.STANDARD, Map.of(), Set.of(), Map.of(), List.of());

  public RuleSet {
    groups = Map.copyOf(groups);
    persistent = Set.copyOf(persistent);
    votes = Map.copyOf(votes);
    rules = List.copyOf(rules);
  }

  /** All but the rules. */
  public RuleSet withoutRules() {
    return new RuleSet(general, groups, persistent, votes, List.of());
  }

  /**
   * What holds for all rules.
   *
   * @param dryRun whether all actions are only told
   * @param zone whose time of day schedules mean
   * @param seed of all that is left to chance; null: another at each start
   * @param pace how fast rules may fire in all
   * @param muted words that are neither shown nor said, in normal form
   */
  public record General(
      boolean dryRun, ZoneId zone, @Nullable Long seed, Pace pace, Set<String> muted) {
    public static final General STANDARD =
        new General(false, ZoneId.of("UTC"), null, Pace.STANDARD, Set.of());

    public General {
      muted = Set.copyOf(muted);
    }
  }

  /**
   * How fast rules may fire, all together.
   *
   * @param perSecond firings a second
   * @param perUserPerMinute firings a minute by one user
   */
  public record Pace(int perSecond, int perUserPerMinute) {
    public static final Pace STANDARD = new Pace(20, 60);
  }
}
