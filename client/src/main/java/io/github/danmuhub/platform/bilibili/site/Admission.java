package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.bilibili.packet.BilibiliAuth;
import io.github.danmuhub.platform.site.Fault;
import java.util.Optional;

/** What becomes of an authentication. */
enum Admission {
  ADMITTED,
  /** Answered with -101. */
  TOKEN_REFUSED,
  /** Closed without an answer: another uid than the token's, or no such room. */
  DROPPED;

  static Admission of(BilibiliAuth auth, Backend site) {
    if (site.context().strikes(Fault.AUTH_REFUSED)) {
      return TOKEN_REFUSED;
    }
    boolean hosted = site.room(auth.room()).isPresent();
    if (site.asIn2022()) {
      return hosted ? ADMITTED : DROPPED;
    }
    Optional<Ticket> ticket = site.tokens().find(auth.key());
    if (ticket.isEmpty() || ticket.get().room() != auth.room()) {
      return TOKEN_REFUSED;
    }
    if (ticket.get().uid() != auth.uid() || !hosted) {
      return DROPPED;
    }
    if (auth.buvid().isEmpty()) {
      site.context().count("odd: authenticated without buvid");
    }
    return ADMITTED;
  }
}
