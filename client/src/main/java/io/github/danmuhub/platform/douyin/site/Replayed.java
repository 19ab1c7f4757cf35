package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedAnswer;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.douyin.packet.DouyinFetchUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The messages of a capture, taken out of their frames to be sent anew. */
final class Replayed {
  private static final long FRESH_IDS = 1_000_000;
  private static final int GIFT_GROUP_ID = 11;

  private Replayed() {}

  /** What is no {@code msg}, or is broken, has none. */
  static List<DouyinMessage> messages(RecordedFrame frame) {
    try {
      return frame.kind() == FrameKind.BINARY ? messages(response(frame)) : List.of();
    } catch (MalformedException e) {
      return List.of();
    }
  }

  /** What is no answer of {@code im/fetch} has none. */
  static List<DouyinMessage> messages(RecordedAnswer answer) {
    return DouyinFetchUrl.PATH.equals(answer.asked().getPath())
        ? messages(ByteBuffer.wrap(answer.body().toBytes()))
        : List.of();
  }

  /** Those before a break. */
  private static List<DouyinMessage> messages(ByteBuffer response) {
    List<DouyinMessage> messages = new ArrayList<>();
    try {
      DouyinResponseCodec.messages(response, new Collector(messages));
    } catch (MalformedException e) {
      return messages;
    }
    return messages;
  }

  /** Empty where there is none. */
  private static ByteBuffer response(RecordedFrame frame) throws MalformedException {
    DouyinPacket packet = DouyinPacketCodec.decode(ByteBuffer.wrap(frame.bytes().toBytes()));
    return packet.payloadType().equals(DouyinPacket.MSG)
        ? DouyinPacketCodec.inflate(packet, new Decompressors())
        : ByteBuffer.allocate(0);
  }

  private record Collector(List<DouyinMessage> into) implements DouyinResponseCodec.Visitor {

    @Override
    public void onMessage(DouyinMessage message) {
      byte[] payload = new byte[message.payload().remaining()];
      message.payload().duplicate().get(payload);
      into.add(new DouyinMessage(message.method(), ByteBuffer.wrap(payload), message.id()));
    }

    @Override
    public void onBroken(String why, ByteBuffer raw) {
      // cannot be sent anew
    }
  }

  /** With another id and, of a gift, another group id. */
  static DouyinMessage renewed(DouyinMessage message, long round) {
    long group = GiftChaos.isGift(message) ? GiftChaos.look(message).group() : 0;
    ByteBuffer payload =
        group == 0
            ? message.payload()
            : overridden(message.payload(), new ProtoWriter().varint(GIFT_GROUP_ID, group + round));
    return new DouyinMessage(message.method(), payload, message.id() + round * FRESH_IDS);
  }

  /** Of two values of one field the last one counts, so a field is replaced by one more. */
  static ByteBuffer overridden(ByteBuffer payload, ProtoWriter fields) {
    byte[] more = fields.toBytes();
    return ByteBuffer.allocate(payload.remaining() + more.length)
        .put(payload.duplicate())
        .put(more)
        .flip();
  }
}
