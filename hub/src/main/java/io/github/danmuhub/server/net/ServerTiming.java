package io.github.danmuhub.server.net;

/**
 * How long a client may take; tests shrink it.
 *
 * @param firstRequestMs from the connection to the end of the first request's head
 * @param bodyMs from a request's head to its answer, where it brings a body
 */
public record ServerTiming(long firstRequestMs, long bodyMs) {
  /** For clients far away. */
  public static final ServerTiming STANDARD = new ServerTiming(20_000, 20_000);
}
