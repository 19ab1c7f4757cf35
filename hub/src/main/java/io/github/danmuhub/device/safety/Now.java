package io.github.danmuhub.device.safety;

/**
 * One moment on both clocks.
 *
 * @param ticks milliseconds that never go back; for all deadlines
 * @param wallMs epoch milliseconds, which a person may set; for times of day and days alone
 */
public record Now(long ticks, long wallMs) {}
