package io.github.danmuhub.kafka.sink;

/**
 * One time in which this worker has a room.
 *
 * @param epoch grows from one to the next
 * @param over whether it has ended by now
 */
public record Tenure(long epoch, boolean over) {}
