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
 * The message of a Response that is on its way to becoming events: one object for all of them, one
 * after the other, since each would be garbage a moment later. One thread.
 */
final class Delivery {
  private static final DouyinMessage NONE = new DouyinMessage("", ByteBuffer.allocate(0), 0);

  private final RoomRef room;
  private final boolean history;
  private final boolean keepRaw;
  private final ProtoReader in;
  private final long now;
  private final Out out;
  private DouyinMessage message = NONE;

  /**
   * @param history whether the platform replays the messages at joining
   * @param keepRaw whether events keep the payload
   * @param in reads all messages of the room, one after the other
   */
  Delivery(RoomRef room, boolean history, boolean keepRaw, ProtoReader in, long now, Out out) {
    this.room = room;
    this.history = history;
    this.keepRaw = keepRaw;
    this.in = in;
    this.now = now;
    this.out = out;
  }

  /** Turns to the next message. */
  Delivery of(DouyinMessage next) {
    message = next;
    return this;
  }

  DouyinMessage message() {
    return message;
  }

  boolean history() {
    return history;
  }

  long now() {
    return now;
  }

  Out out() {
    return out;
  }

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
