package io.github.danmuhub.stream;

/**
 * How a subscription is doing.
 *
 * @param delivered events handed to the listener
 * @param dropped events lost to its full queue
 * @param failed events that the listener threw on
 * @param queued events that wait
 */
public record StreamCounts(String name, long delivered, long dropped, long failed, int queued) {}
