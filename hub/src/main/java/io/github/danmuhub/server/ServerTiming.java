package io.github.danmuhub.server;

/**
 * How long a client may take; tests shrink it.
 *
 * @param firstRequestMs from the connection to the end of the first request's head
 * @param bodyMs from a request's head to its answer, where it brings a body
 */
record ServerTiming(long firstRequestMs, long bodyMs) {
  static final ServerTiming STANDARD = new ServerTiming(20_000, 20_000);
}
