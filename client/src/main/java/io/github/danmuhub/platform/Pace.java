package io.github.danmuhub.platform;

/**
 * How long the platform may be quiet; 0 for the default.
 *
 * @param authWithinMs {@link RoomContext#live} must have been called by then
 * @param silentAfterMs how long a socket may go without an inbound frame before it counts as dead
 */
public record Pace(long authWithinMs, long silentAfterMs) {}
