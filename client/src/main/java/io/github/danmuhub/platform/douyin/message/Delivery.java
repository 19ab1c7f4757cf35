package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.ProtoReader;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way to becoming events.
 *
 * @param history whether the platform replays it at joining
 * @param keepRaw whether its events keep the payload
 * @param in reads all messages of the room, one after the other
 */
record Delivery(
    RoomRef room,
    DouyinMessage message,
    boolean history,
    boolean keepRaw,
    ProtoReader in,
    long now,
    Out out) {

  /** A reader at the start of the payload; the one before is at an end with it. */
  ProtoReader reader() {
    return in.over(message.payload());
  }

  /**
   * @param time the platform's clock, epoch milliseconds; 0 where the message gives none
   */
  Origin origin(long time) {
    return new Origin(
        room.platform(), room.room(), id(), time, now, history, keepRaw ? raw() : null);
  }

  /** The message's bytes, copied. */
  Raw raw() {
    ByteBuffer payload = message.payload().duplicate();
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    return Raw.bytes(bytes);
  }

  private @Nullable String id() {
    return message.id() == 0 ? null : Long.toUnsignedString(message.id());
  }

  void emit(LiveEvent event) {
    out.emit(event);
  }
}
