package io.github.danmuhub.rule.model;

import java.util.List;
import java.util.Map;

/** One step of what a rule does. Immutable. */
public sealed interface Step {
  /** An action, for the sink of its kind. */
  record Act(String kind, Map<String, Argument> arguments) implements Step {}

  /** Nothing for so long, in milliseconds. */
  record Wait(long ms) implements Step {}

  /** One branch by chance. */
  record Choose(List<Branch> branches) implements Step {
    public Choose {
      branches = List.copyOf(branches);
    }

    public long weight() {
      return branches.stream().mapToLong(Branch::weight).sum();
    }
  }

  /**
   * One of several.
   *
   * @param weight its chance, in shares
   */
  record Branch(long weight, List<Step> steps) {
    public Branch {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Counts.
   *
   * @param set whether it becomes {@code amount}, rather than more by it
   */
  record Count(String counter, long amount, boolean set) implements Step {}

  /** Begins or ends a vote. */
  record Ballot(String vote, boolean starts) implements Step {}
}
