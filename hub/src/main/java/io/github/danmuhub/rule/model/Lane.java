package io.github.danmuhub.rule.model;

/**
 * What happens when a rule fires while it still runs, or another of the same queue does.
 *
 * @param queue who waits for whom: a queue's name, or a name made of the rule's id
 * @param size how many may wait
 * @param ttlMs who has waited longer than this is not run any more
 * @param coalesce whether one that waits is replaced by the next of the same rule
 */
public record Lane(
    String queue, Mode mode, int size, WhenFull whenFull, long ttlMs, boolean coalesce) {

  /** What becomes of the next one. */
  public enum Mode {
    /** It does not run. */
    DROP,
    /** It runs, and what ran is cut off. */
    RESTART,
    /** It waits. */
    QUEUE,
    /** It runs beside it. */
    PARALLEL
  }

  /** Who goes without when no more may wait. */
  public enum WhenFull {
    DROP_NEWEST,
    DROP_OLDEST
  }
}
