package io.github.danmuhub.rule.model;

/**
 * How often something must happen before a rule fires.
 *
 * @param times that many
 * @param withinMs of each other
 * @param per who counts together
 */
public record Repeats(int times, long withinMs, Per per) {
  /** Who counts together. */
  public enum Per {
    USER,
    RULE,
    ROOM
  }
}
