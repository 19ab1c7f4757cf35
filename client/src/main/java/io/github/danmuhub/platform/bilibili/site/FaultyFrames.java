package io.github.danmuhub.platform.bilibili.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.wire.Bounds;
import java.nio.ByteBuffer;

/** Frames with something broken among the good packets. */
final class FaultyFrames {
  private static final int UNKNOWN_OPERATION = 99;

  private FaultyFrames() {}

  /**
   * Adds the broken packets due now: broken bodies before the good packets, false lengths after
   * them.
   */
  static ByteBuffer spoil(ByteBuffer frame, int protover, SiteContext site) {
    ByteBuffer spoiled = frame;
    if (site.strikes(Fault.BAD_JSON)) {
      spoiled = join(BilibiliPacketCodec.encode(message("{\"cmd\":\"DANMU_MSG\",\"inf")), spoiled);
    }
    if (site.strikes(Fault.UNKNOWN_OP)) {
      BilibiliPacket odd = BilibiliPacket.control(UNKNOWN_OPERATION, new byte[] {'x'});
      spoiled = join(BilibiliPacketCodec.encode(odd), spoiled);
    }
    if (site.strikes(Fault.BOMB)) {
      spoiled = join(BilibiliPacketCodec.encode(bomb(protover)), spoiled);
    }
    if (site.strikes(Fault.BAD_LENGTH)) {
      spoiled = join(spoiled, lying(Bounds.FRAME * 4));
    }
    if (site.strikes(Fault.ZERO_LENGTH)) {
      spoiled = join(spoiled, lying(0));
    }
    return spoiled;
  }

  private static BilibiliPacket bomb(int protover) {
    BilibiliPacket zeros = BilibiliPacket.message(new byte[2 * Bounds.INFLATED]);
    int version = protover == BilibiliPacket.BROTLI ? BilibiliPacket.BROTLI : BilibiliPacket.ZLIB;
    return BilibiliPacketCodec.compress(version, zeros);
  }

  private static ByteBuffer lying(int length) {
    ByteBuffer packet = BilibiliPacketCodec.encode(message("{}"));
    return packet.putInt(0, length);
  }

  private static BilibiliPacket message(String json) {
    return BilibiliPacket.message(json.getBytes(UTF_8));
  }

  private static ByteBuffer join(ByteBuffer first, ByteBuffer second) {
    return ByteBuffer.allocate(first.remaining() + second.remaining())
        .put(first)
        .put(second)
        .flip();
  }
}
