package io.github.danmuhub.rule.model;

import io.github.danmuhub.yaml.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule.
 *
 * @param dryRun whether its actions are only told
 */
public record Rule(
    Heading heading, Cause cause, Limit limit, Lane lane, Program program, boolean dryRun) {

  /**
   * Which rule it is.
   *
   * @param id its name over all changes of the file
   * @param text what it says, whatever its layout: whether it has changed
   */
  public record Heading(String id, Place place, String text) {}

  /**
   * What it answers to.
   *
   * @param count how often it must happen; null: once
   * @param comboMs gifts of one kind by one user are one, when there was none for so long; 0: each
   *     by itself
   */
  public record Cause(List<Trigger> on, Condition when, @Nullable Repeats count, long comboMs) {
    public Cause {
      on = List.copyOf(on);
    }
  }

  /** As {@link Heading#id()}. */
  public String id() {
    return heading.id;
  }

  /** As {@link Heading#place()}. */
  public Place place() {
    return heading.place;
  }

  /** As {@link Heading#text()}. */
  public String text() {
    return heading.text;
  }

  /** Whether something of this type can trigger it. */
  public boolean hears(String type) {
    return cause.on.stream().anyMatch(trigger -> trigger.type().equals(type));
  }
}
