package io.github.danmuhub.rule.engine;

import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.VotePlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All votes of the file. One that is open goes on over a change of the file, by its name. */
final class Votes {
  private final Election.Told told;
  private Map<String, Election> byName = new TreeMap<>();

  Votes(Election.Told told) {
    this.told = told;
  }

  void use(Map<String, VotePlan> plans, long ticks) {
    Map<String, Election> next = new TreeMap<>();
    plans.forEach((name, plan) -> next.put(name, election(plan, ticks)));
    byName = next;
  }

  private Election election(VotePlan plan, long ticks) {
    Election known = byName.get(plan.name());
    if (known == null) {
      return new Election(plan, told, ticks);
    }
    known.use(plan);
    return known;
  }

  void hear(Occasion occasion, Now now) {
    byName.values().forEach(vote -> vote.hear(occasion, now));
  }

  void goOn(Now now) {
    byName.values().forEach(vote -> vote.goOn(now));
  }

  boolean isQuiet() {
    return byName.values().stream().allMatch(Election::isQuiet);
  }

  boolean open(String name, Now now) {
    Election vote = byName.get(name);
    if (vote != null) {
      vote.open(now.ticks());
    }
    return vote != null;
  }

  boolean close(String name, Now now) {
    Election vote = byName.get(name);
    if (vote != null) {
      vote.close(now);
    }
    return vote != null;
  }

  List<Tally> tallies(long ticks) {
    return byName.values().stream().map(vote -> vote.tally(ticks)).toList();
  }
}
