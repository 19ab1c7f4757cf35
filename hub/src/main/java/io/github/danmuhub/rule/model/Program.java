package io.github.danmuhub.rule.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rule does.
 *
 * @param steps in their order
 * @param last the safe end: done whenever the steps have ended, were cut off or failed
 */
public record Program(List<Step> steps, List<Step> last) {
  public Program {
    steps = List.copyOf(steps);
    last = List.copyOf(last);
  }

  /** Whose actions there are in it. */
  public Set<String> kinds() {
    Set<String> kinds = new TreeSet<>();
    add(steps, kinds);
    add(last, kinds);
    return kinds;
  }

  private static void add(List<Step> steps, Set<String> kinds) {
    for (Step step : steps) {
      if (step instanceof Step.Act act) {
        kinds.add(act.kind());
      } else if (step instanceof Step.Choose choose) {
        choose.branches().forEach(branch -> add(branch.steps(), kinds));
      }
    }
  }
}
