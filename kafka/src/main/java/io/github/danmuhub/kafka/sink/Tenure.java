package io.github.danmuhub.kafka.sink;

/**
 * One time in which this worker has a room.
 *
 * @param epoch grows from one to the next, unless the broker has forgotten the group meanwhile
 * @param over whether it has ended by now
 */
public record Tenure(long epoch, boolean over) {}
