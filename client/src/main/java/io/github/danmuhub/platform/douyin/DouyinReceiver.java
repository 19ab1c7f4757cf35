package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RoomContext;
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
  private final DouyinRedial redial;
  private final RoomContext context;
  private final Decompressors decompressors;
  private final ProtoCache cache;

  private DouyinCursor cursor = DouyinCursor.NONE;

  DouyinReceiver(RoomRef room, DouyinEvents events, DouyinRedial redial, RoomContext context) {
    this.room = room;
    this.events = events;
    this.redial = redial;
    this.context = context;
    decompressors = context.tools().decompressors();
    cache = context.tools().protoCache();
  }

  /** How far we have heard. */
  DouyinCursor cursor() {
    return cursor;
  }

  /** Another broadcast: its cursors are not those of the last one. */
  void joins() {
    cursor = DouyinCursor.NONE;
    events.joins();
  }

  /** The platform goes on from there. */
  void goOnFrom(DouyinCursor newer) {
    cursor = cursor.then(newer.cursor(), newer.internalExt());
  }

  /**
   * One frame of the socket. What is broken is reported; never throws.
   *
   * @return whether the server says that it closes
   */
  boolean onFrame(FrameKind kind, ByteBuffer bytes) {
    switch (kind) {
      case BINARY -> {
        return onBinary(bytes);
      }
      case TEXT -> context.malformed("text frame", bytes);
      case PING, PONG -> {}
    }
    return false;
  }

  private boolean onBinary(ByteBuffer bytes) {
    try {
      return onPacket(DouyinPacketCodec.decode(bytes, cache), bytes);
    } catch (MalformedException e) {
      context.malformed(e.why(), bytes);
      return false;
    }
  }

  private boolean onPacket(DouyinPacket packet, ByteBuffer bytes) throws MalformedException {
    switch (packet.payloadType()) {
      case DouyinPacket.MSG -> onResponse(packet);
      case DouyinPacket.HEARTBEAT -> context.answered();
      case DouyinPacket.CLOSE -> {
        return true;
      }
      default -> unknown(packet.payloadType(), bytes);
    }
    return false;
  }

  private void unknown(String payloadType, ByteBuffer bytes) {
    byte[] raw = new byte[bytes.remaining()];
    bytes.duplicate().get(raw);
    Origin origin =
        Origin.ours(room.platform(), room.room(), context.wallMs()).withRaw(Raw.bytes(raw));
    context.emit(new Unknown(origin, "PushFrame:" + payloadType));
  }

  /** The cursor and internal_ext of the headers are newer than those of the body. */
  private void onResponse(DouyinPacket packet) throws MalformedException {
    ByteBuffer body = DouyinPacketCodec.inflate(packet, decompressors);
    redial.heard();
    DouyinResponseHead head = DouyinResponseHead.read(body);
    DouyinResponse response = head.response();
    DouyinCursor told =
        new DouyinCursor(response.cursor(), response.internalExt())
            .then(packet.header(DouyinPacket.CURSOR), packet.header(DouyinPacket.INTERNAL_EXT));
    if (response.needAck()) {
      context.send(FrameKind.BINARY, DouyinPacketCodec.ack(packet.logId(), told.internalExt()));
    }
    goOnFrom(told);
    onMessages(head, body, false);
  }

  /** The messages of an answer of {@code im/fetch}, and where it goes on. */
  void onFetched(DouyinFetched fetched) {
    goOnFrom(fetched.cursor());
    onMessages(fetched.head(), fetched.body(), fetched.history());
  }

  /**
   * A break that ends the messages is reported; one before or after them only where there is no
   * such.
   */
  private void onMessages(DouyinResponseHead head, ByteBuffer body, boolean history) {
    String broken = head.broken();
    try {
      DouyinResponseCodec.messages(new ProtoReader(body, cache), events.response(history));
    } catch (MalformedException e) {
      broken = e.why();
    }
    if (broken != null) {
      context.malformed(broken, body);
    }
  }
}
