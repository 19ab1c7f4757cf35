package io.github.danmuhub.rpc.call;

/**
 * What is wanted of a page.
 *
 * @param timeoutMs from the call, and from each part of its answer, until it counts as unanswered
 */
public record Order(String action, Argument argument, long timeoutMs, Caller caller) {}
