package io.github.danmuhub.platform.bilibili.packet;

import static io.github.danmuhub.platform.bilibili.packet.BilibiliPacket.HEADER;

import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.Compressors;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.Decompressors.Format;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;

/**
 * Frames ⇄ packets. A frame holds packets one behind another; a compressed packet holds packets
 * again. Decoding never throws: what is broken is told to the visitor, and costs no more than
 * itself, or, where a length lies, the rest of its layer. Not thread-safe.
 */
public final class BilibiliPacketCodec {
  private static final int VERSION = 6;
  private static final int OPERATION = 8;
  private static final int SEQUENCE = 12;

  private final Decompressors decompressors;
  private int packets;

  public BilibiliPacketCodec(Decompressors decompressors) {
    this.decompressors = decompressors;
  }

  /** Is told what a frame holds, in order, compressed layers taken apart. */
  public interface Visitor {
    void onPacket(BilibiliPacket packet);

    /** {@code raw} is what is lost: one packet, or the rest of its layer. */
    void onMalformed(String why, ByteBuffer raw);
  }

  /** Reads from the position of {@code frame} to its limit and leaves both as they are. */
  public void decode(ByteBuffer frame, Visitor visitor) {
    packets = 0;
    layer(frame.slice(), 0, visitor);
  }

  private void layer(ByteBuffer in, int depth, Visitor visitor) {
    if (!in.hasRemaining()) {
      visitor.onMalformed(depth == 0 ? "empty frame" : "compressed body holds no packet", in);
    }
    try {
      while (in.hasRemaining()) {
        ByteBuffer packet = cut(in);
        packet(packet, depth, visitor);
        if (packet.getInt(OPERATION) == BilibiliPacket.HEARTBEAT_REPLY) {
          skipEcho(in);
        }
      }
    } catch (MalformedException e) {
      visitor.onMalformed(e.why(), in);
    }
  }

  /** Takes the first packet off {@code in}. */
  private ByteBuffer cut(ByteBuffer in) throws MalformedException {
    int length = length(in);
    if (length > in.remaining()) {
      throw new MalformedException(
          "packet length %d is beyond the %d bytes there are".formatted(length, in.remaining()));
    }
    if (packets++ == Bounds.PACKETS_PER_FRAME) {
      throw new MalformedException("more than " + Bounds.PACKETS_PER_FRAME + " packets in a frame");
    }
    ByteBuffer packet = in.slice(in.position(), length);
    in.position(in.position() + length);
    return packet;
  }

  /** What stands behind a heartbeat reply, and is no packet, is our own heartbeat's body. */
  private static void skipEcho(ByteBuffer in) {
    try {
      if (length(in) <= in.remaining()) {
        return;
      }
    } catch (MalformedException e) {
      // an echo need not look like a packet
    }
    in.position(in.limit());
  }

  private void packet(ByteBuffer packet, int depth, Visitor visitor) {
    int version = packet.getShort(VERSION) & 0xffff;
    switch (version) {
      case BilibiliPacket.PLAIN, BilibiliPacket.CONTROL ->
          visitor.onPacket(
              new BilibiliPacket(
                  version,
                  packet.getInt(OPERATION),
                  packet.getInt(SEQUENCE),
                  packet.slice(HEADER, packet.limit() - HEADER)));
      case BilibiliPacket.ZLIB -> compressed(Format.ZLIB, packet, depth, visitor);
      case BilibiliPacket.BROTLI -> compressed(Format.BROTLI, packet, depth, visitor);
      default -> visitor.onMalformed("unknown packet version " + version, packet);
    }
  }

  private void compressed(Format format, ByteBuffer packet, int depth, Visitor visitor) {
    ByteBuffer inside;
    try {
      inside =
          decompressors.decompress(format, packet.slice(HEADER, packet.limit() - HEADER), depth);
    } catch (MalformedException e) {
      visitor.onMalformed(e.why(), packet);
      return;
    }
    layer(inside, depth + 1, visitor);
  }

  /**
   * The length of the packet at the position of {@code in}, checked as far as the header goes; it
   * may be beyond the limit.
   */
  public static int length(ByteBuffer in) throws MalformedException {
    if (in.remaining() < HEADER) {
      throw new MalformedException(
          "packet header is cut off: %d of 16 bytes".formatted(in.remaining()));
    }
    int length = in.getInt(in.position());
    int header = in.getShort(in.position() + 4) & 0xffff;
    if (header != HEADER) {
      throw new MalformedException("packet header length is %d instead of 16".formatted(header));
    }
    if (length < HEADER) {
      throw new MalformedException("packet length %d is shorter than its header".formatted(length));
    }
    return length;
  }

  /** One frame of the packets in order, ready to be read. Bodies are left as they are. */
  public static ByteBuffer encode(BilibiliPacket... packets) {
    int size = 0;
    for (BilibiliPacket packet : packets) {
      size += HEADER + packet.body().remaining();
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    for (BilibiliPacket packet : packets) {
      out.putInt(HEADER + packet.body().remaining())
          .putShort((short) HEADER)
          .putShort((short) packet.version())
          .putInt(packet.operation())
          .putInt(packet.sequence())
          .put(packet.body().duplicate());
    }
    return out.flip();
  }

  /**
   * Packets as the platform batches them: one message packet, whose body is the others compressed.
   *
   * @param version {@link BilibiliPacket#ZLIB} or {@link BilibiliPacket#BROTLI}
   */
  public static BilibiliPacket compress(int version, BilibiliPacket... packets) {
    Format format = version == BilibiliPacket.ZLIB ? Format.ZLIB : Format.BROTLI;
    byte[] body = Compressors.compress(format, encode(packets).array());
    return new BilibiliPacket(version, BilibiliPacket.MESSAGE, 0, ByteBuffer.wrap(body));
  }
}
