package io.github.danmuhub.rule.action;

/**
 * One thing to be done now, with all templates filled in. Immutable.
 *
 * @param rule the id of the rule that decided it
 * @param kind which sink performs it, such as {@code device}
 * @param parameters as the {@link ActionKind} describes them
 * @param decidedAtTicks when it was decided, on the hub's monotonic clock in milliseconds
 * @param receivedAtMs when what triggered it was received, epoch milliseconds
 * @param safeEnd whether it is the rule's {@code finally}: it stops or restores something, and is
 *     never held back
 * @param dryRun whether it is only told what would be done
 */
public record Action(
    String rule,
    String kind,
    Parameters parameters,
    long decidedAtTicks,
    long receivedAtMs,
    boolean safeEnd,
    boolean dryRun) {}
