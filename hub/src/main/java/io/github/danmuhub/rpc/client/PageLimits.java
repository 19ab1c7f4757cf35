package io.github.danmuhub.rpc.client;

import org.jspecify.annotations.Nullable;

/**
 * What a page may do.
 *
 * @param token that it must show, besides the hub's own; null: the hub's, where it has one
 * @param callsPerPage that may wait for one page
 * @param messageBytes the largest message that it may send
 */
public record PageLimits(@Nullable String token, int callsPerPage, int messageBytes) {
  /** Never shows the token. */
  @Override
  public String toString() {
    return "PageLimits[" + callsPerPage + " calls, " + messageBytes + " bytes]";
  }
}
