package io.github.danmuhub.platform;

/**
 * How long the platform may be quiet; 0 for the default.
 *
 * @param authWithinMs {@link RoomContext#live} must have been called by then
 * @param silentAfterMs without any inbound frame for so long, the socket is dead
 */
public record Pace(long authWithinMs, long silentAfterMs) {}
