package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Emitter;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsStruct;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to becoming events.
 *
 * @param presenter the uid of the room's presenter; 0 where it is not known
 * @param keepRaw whether events keep the message's bytes
 */
record Delivery(RoomRef room, long presenter, boolean keepRaw, HuyaMessage message, Emitter out) {

  TarsStruct body() throws MalformedException {
    return TarsStruct.of(message.body());
  }

  /** Where and when it happened; messages tell no time. */
  Origin origin() {
    return new Origin(
        room.platform(), room.room(), id(), 0, out.wallMs(), false, keepRaw ? raw() : null);
  }

  /** The message's own id: what comes by both groups, comes twice. */
  private @Nullable String id() {
    return message.id() == 0 ? null : Long.toUnsignedString(message.id());
  }

  /** The message's bytes, copied. */
  Raw raw() {
    ByteBuffer body = message.body().duplicate();
    byte[] bytes = new byte[body.remaining()];
    body.get(bytes);
    return Raw.bytes(bytes);
  }

  /** Whether the message is of another presenter's room: those reach the group too. */
  boolean isOfAnother(long uid) {
    return presenter != 0 && uid != 0 && uid != presenter;
  }

  void emit(LiveEvent event) {
    out.emit(event);
  }
}
