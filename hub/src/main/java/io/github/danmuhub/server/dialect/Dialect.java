package io.github.danmuhub.server.dialect;

import io.github.danmuhub.event.LiveEvent;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How another program speaks to its clients over WebSocket.
 *
 * @param words an event in its words; empty where it has none
 * @param greeting what a client hears first; null: nothing
 * @param heartbeat what it hears now and then; null: a WebSocket ping does
 */
public record Dialect(
    Function<LiveEvent, Optional<String>> words,
    @Nullable String greeting,
    @Nullable String heartbeat) {

  /** DouyinBarrageGrab: bare events, no greeting. */
  public static final Dialect BARRAGE_GRAB = new Dialect(BarrageGrabMessages::of, null, null);

  /** blivechat's plugin protocol. */
  public static final Dialect BLIVECHAT =
      new Dialect(BlivechatMessages::of, BlivechatMessages.INIT, BlivechatMessages.HEARTBEAT);

  /** Other programs' ids are numbers; one of ours that is none becomes 0. */
  static long number(@Nullable String id) {
    return id != null && id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
  }
}
