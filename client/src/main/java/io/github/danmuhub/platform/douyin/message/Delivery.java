package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.Emitter;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The message of a Response that is on its way to becoming events: one object for all of them, one
 * after the other, since each would be garbage a moment later. One thread.
 */
final class Delivery {
  private static final DouyinMessage NONE = new DouyinMessage("", ByteBuffer.allocate(0), 0);

  private final RoomRef room;
  private final String anchor;
  private final boolean history;
  private final boolean keepRaw;
  private final long received;
  private final Emitter out;
  private DouyinMessage message = NONE;

  /**
   * @param anchor the anchor's user id; empty where it is not known
   * @param history whether the platform replays the messages at joining
   * @param keepRaw whether events keep the payload
   */
  Delivery(RoomRef room, String anchor, boolean history, boolean keepRaw, Emitter out) {
    this.room = room;
    this.anchor = anchor;
    this.history = history;
    this.keepRaw = keepRaw;
    received = out.wallMs();
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

  Emitter out() {
    return out;
  }

  boolean isAnchor(Viewer viewer) {
    return anchor.equals(viewer.shown().id());
  }

  /** The viewer as they are in this room: the same bytes mean an anchor here and a guest there. */
  Viewer viewer(Viewer read) {
    return isAnchor(read) ? read.asAnchor() : read;
  }

  /** What everybody sees of them. */
  User shown(Viewer read) {
    return viewer(read).shown();
  }

  /** The user in a field, as everybody sees them. */
  User user(ProtoFields in, int field) throws MalformedException {
    return shown(Viewer.read(in, field));
  }

  /** At the time that the message tells. */
  Origin origin(ProtoFields in) throws MalformedException {
    return origin(Common.time(in));
  }

  /**
   * @param time the platform's clock, epoch milliseconds; 0 where the message gives none
   */
  Origin origin(long time) {
    return new Origin(
        room.platform(), room.room(), id(), time, received, history, keepRaw ? raw() : null);
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
