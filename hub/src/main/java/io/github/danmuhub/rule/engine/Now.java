package io.github.danmuhub.rule.engine;

/**
 * What time it is.
 *
 * @param wallMs epoch milliseconds, for people and times of day; may jump
 * @param ticks monotonic milliseconds, for whatever lasts
 */
public record Now(long wallMs, long ticks) {}
