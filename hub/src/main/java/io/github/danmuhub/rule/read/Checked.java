package io.github.danmuhub.rule.read;

import io.github.danmuhub.rule.model.RuleSet;
import io.github.danmuhub.rule.text.Secrets;
import io.github.danmuhub.yaml.Fault;
import java.util.List;

/**
 * What came of a file. Its faults quote the file, but no secrets.
 *
 * @param rules only good where there are no faults
 */
public record Checked(RuleSet rules, List<Fault> faults) {
  public Checked {
    faults =
        faults.stream()
            .map(fault -> new Fault(fault.place(), fault.words().mapped(Secrets::masked)))
            .toList();
  }

  public boolean isGood() {
    return faults.isEmpty();
  }
}
