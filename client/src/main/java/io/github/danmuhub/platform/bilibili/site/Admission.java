package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.Fault;
import io.github.danmuhub.platform.bilibili.packet.BilibiliAuth;
import java.util.Optional;

/** What becomes of an authentication. */
enum Admission {
  ADMITTED,
  /** Answered with -101. */
  TOKEN_REFUSED,
  /** Closed without an answer: another uid than the token's, or no such room. */
  DROPPED;

  static Admission of(BilibiliAuth auth, BilibiliSimulatedSite site) {
    if (site.options().faults().strike(Fault.AUTH_REFUSED)) {
      return TOKEN_REFUSED;
    }
    Optional<HostedRoom> room = site.room(auth.room());
    if (site.asIn2022()) {
      return room.isPresent() ? ADMITTED : DROPPED;
    }
    Optional<IssuedTokens.Token> token = site.tokens().find(auth.key());
    if (token.isEmpty() || token.get().room() != auth.room()) {
      return TOKEN_REFUSED;
    }
    if (token.get().uid() != auth.uid() || room.isEmpty()) {
      return DROPPED;
    }
    if (auth.buvid().isEmpty()) {
      site.count("odd: authenticated without buvid");
    }
    return ADMITTED;
  }
}
