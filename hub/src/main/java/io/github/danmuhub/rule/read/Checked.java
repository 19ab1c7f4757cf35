package io.github.danmuhub.rule.read;

import io.github.danmuhub.rule.model.RuleSet;
import io.github.danmuhub.yaml.Fault;
import java.util.List;

/**
 * What came of a file.
 *
 * @param rules only good where there are no faults
 */
public record Checked(RuleSet rules, List<Fault> faults) {
  public Checked {
    faults = List.copyOf(faults);
  }

  public boolean isGood() {
    return faults.isEmpty();
  }
}
