package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.wire.TarsWriter;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one type of event becomes messages. */
interface Encoding<T extends LiveEvent> {
  List<HuyaMessage> encode(T event, long presenter);

  /** One message of that kind. */
  static List<HuyaMessage> message(long uri, TarsWriter body, Origin origin) {
    return List.of(HuyaMessage.of(uri, body.toBytes(), number(origin.id())));
  }

  /** An id as Huya has it, a number; 0 for one that is none. */
  static long number(@Nullable String id) {
    return id != null && id.matches("-?\\d{1,20}") ? new BigInteger(id).longValue() : 0;
  }

  /** A text that may be missing. */
  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The other way round. */
  static @Nullable String shown(String text) {
    return text.isEmpty() ? null : text;
  }

  /** A uid as events have it; null for 0. */
  static @Nullable String shown(long uid) {
    return uid == 0 ? null : Long.toString(uid);
  }
}
