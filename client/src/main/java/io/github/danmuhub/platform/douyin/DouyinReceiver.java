package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.RoomOptions;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseHead;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoCache;
import io.github.danmuhub.wire.ProtoReader;
import java.nio.ByteBuffer;

/**
 * The receiving half of the conversation: acknowledges a frame that wants it, before its messages
 * are handled, and knows how far we have heard, on the socket and in the polls alike. One thread.
 */
final class DouyinReceiver {
  private final RoomRef room;
  private final DouyinEvents events;
  private final Decompressors decompressors;
  private final ProtoCache cache;

  private final DouyinRedial redial;

  private DouyinCursor cursor = DouyinCursor.NONE;

  DouyinReceiver(RoomRef room, DouyinEvents events, DouyinRedial redial, RoomOptions options) {
    this.room = room;
    this.events = events;
    this.redial = redial;
    decompressors = options.decompressors();
    cache = options.cache();
  }

  /** How far we have heard. */
  DouyinCursor cursor() {
    return cursor;
  }

  /** Another broadcast: its cursors are not those of the last one. */
  void joins(long now) {
    cursor = DouyinCursor.NONE;
    events.joins(now);
  }

  /** The platform goes on from there. */
  void goOnFrom(DouyinCursor newer) {
    cursor = cursor.then(newer.cursor(), newer.internalExt());
  }

  /**
   * One frame of the socket, or a captured poll. What is broken is reported; never throws.
   *
   * @return whether the server says that it closes
   */
  boolean onFrame(FrameKind kind, ByteBuffer bytes, long now, Out out) {
    switch (kind) {
      case BINARY -> {
        return onBinary(bytes, now, out);
      }
      case TEXT -> out.malformed("text frame", bytes);
      case POLLED -> onMessages(DouyinResponseHead.read(bytes), bytes, false, now, out);
      case PING, PONG -> {}
    }
    return false;
  }

  private boolean onBinary(ByteBuffer bytes, long now, Out out) {
    try {
      return onPacket(DouyinPacketCodec.decode(bytes, cache), bytes, now, out);
    } catch (MalformedException e) {
      out.malformed(e.why(), bytes);
      return false;
    }
  }

  private boolean onPacket(DouyinPacket packet, ByteBuffer bytes, long now, Out out)
      throws MalformedException {
    switch (packet.payloadType()) {
      case DouyinPacket.MSG -> onResponse(packet, now, out);
      case DouyinPacket.HEARTBEAT -> out.answered();
      case DouyinPacket.CLOSE -> {
        return true;
      }
      default -> unknown(packet.payloadType(), bytes, now, out);
    }
    return false;
  }

  private void unknown(String payloadType, ByteBuffer bytes, long now, Out out) {
    byte[] raw = new byte[bytes.remaining()];
    bytes.duplicate().get(raw);
    Origin origin = Origin.ours(room.platform(), room.room(), now).withRaw(Raw.bytes(raw));
    out.emit(new Unknown(origin, "PushFrame:" + payloadType));
  }

  /** The cursor and internal_ext of the headers are newer than those of the body. */
  private void onResponse(DouyinPacket packet, long now, Out out) throws MalformedException {
    ByteBuffer body = DouyinPacketCodec.inflate(packet, decompressors);
    redial.heard();
    DouyinResponseHead head = DouyinResponseHead.read(body);
    DouyinResponse response = head.response();
    DouyinCursor told =
        new DouyinCursor(response.cursor(), response.internalExt())
            .then(packet.header(DouyinPacket.CURSOR), packet.header(DouyinPacket.INTERNAL_EXT));
    if (response.needAck()) {
      out.send(FrameKind.BINARY, DouyinPacketCodec.ack(packet.logId(), told.internalExt()));
    }
    goOnFrom(told);
    onMessages(head, body, false, now, out);
  }

  /** The messages of an answer of {@code im/fetch}, and where it goes on. */
  void onFetched(DouyinFetched fetched, long now, Out out) {
    goOnFrom(fetched.cursor());
    onMessages(fetched.head(), fetched.body(), fetched.history(), now, out);
  }

  /** A break that ends the messages is told; one before or behind them where there is none such. */
  private void onMessages(
      DouyinResponseHead head, ByteBuffer body, boolean history, long now, Out out) {
    String broken = head.broken();
    try {
      DouyinResponseCodec.messages(
          new ProtoReader(body, cache), events.response(history, now, out));
    } catch (MalformedException e) {
      broken = e.why();
    }
    if (broken != null) {
      out.malformed(broken, body);
    }
  }
}
