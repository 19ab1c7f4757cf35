package io.github.danmuhub.platform.douyin.packet;

import java.util.Map;

/**
 * What it takes to dial a broadcast.
 *
 * @param roomId of this broadcast: 19 digits, new every time
 * @param server the socket's URL without its query
 * @param routeParams what {@code im/fetch} wants to see on the socket URL
 * @param signature empty for none
 */
public record DouyinTicket(
    String roomId, String server, Map<String, String> routeParams, String signature) {

  public DouyinTicket {
    routeParams = Map.copyOf(routeParams);
  }

  /** Whether the socket URL has a signature, be it ours or the platform's own. */
  public boolean isSigned() {
    return !signature.isEmpty() || !routeParams.getOrDefault("signature", "").isEmpty();
  }

  @Override
  public String toString() {
    return "DouyinTicket[" + roomId + "]";
  }
}
