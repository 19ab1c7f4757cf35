package io.github.danmuhub.rule.model;

import io.github.danmuhub.yaml.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule.
 *
 * @param id its name over all changes of the file
 * @param text what it says, whatever its layout: whether it has changed
 * @param count how often it must happen; null: once
 * @param comboMs gifts of one kind by one user are one, when there was none for so long; 0: each by
 *     itself
 * @param dryRun whether its actions are only told
 */
public record Rule(
    String id,
    Place place,
    String text,
    List<Trigger> on,
    Condition when,
    @Nullable Repeats count,
    long comboMs,
    Limit limit,
    Lane lane,
    Program program,
    boolean dryRun) {
  public Rule {
    on = List.copyOf(on);
  }

  /** Whether something of this type can trigger it. */
  public boolean hears(String type) {
    return on.stream().anyMatch(trigger -> trigger.type().equals(type));
  }
}
