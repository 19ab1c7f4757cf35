package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.site.IssuedTokens;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.wire.Decompressors;
import java.util.Optional;

/**
 * What lookups and sockets of the simulated site have in common. One thread.
 *
 * @param tokens handed out by a lookup, shown at a socket
 */
record Backend(SiteContext context, IssuedTokens<Ticket> tokens, Decompressors decompressors) {
  private static final int TOKEN_BYTES = 96;

  static Backend of(SiteContext context) {
    return new Backend(
        context, new IssuedTokens<>(context.random(), TOKEN_BYTES), new Decompressors());
  }

  /** The hosted room with that id, the long or the short one. */
  Optional<RoomNumbers> room(long id) {
    return context.rooms().stream()
        .map(RoomNumbers::new)
        .filter(room -> room.answersTo(id))
        .findFirst();
  }

  boolean asIn2022() {
    return context.rules() == Rules.YEAR_2022;
  }
}
