package io.github.danmuhub.platform.bilibili.packet;

import static io.github.danmuhub.platform.bilibili.packet.BilibiliPacket.HEADER;

import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.Compressors;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.Decompressors.Format;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;

/**
 * Frames ⇄ packets. A frame holds packets one after another; a compressed packet holds packets
 * again. Decoding never throws: what is broken goes to the visitor, and costs no more than itself,
 * or, where a length lies, the rest of its layer. Not thread-safe.
 */
public final class BilibiliPacketCodec {
  private final Decompressors decompressors;
  private final Decompressors.Budget budget = new Decompressors.Budget();
  private int packets;

  public BilibiliPacketCodec(Decompressors decompressors) {
    this.decompressors = decompressors;
  }

  /** Hears what a frame holds, in order, compressed layers taken apart. */
  public interface Visitor {
    void onPacket(BilibiliPacket packet);

    /** {@code raw} is what is lost: one packet, or the rest of its layer. */
    void onMalformed(String why, ByteBuffer raw);
  }

  /** Reads from the position of {@code frame} to its limit and leaves both as they are. */
  public void decode(ByteBuffer frame, Visitor visitor) {
    packets = 0;
    budget.renew();
    layer(frame.slice(), 0, visitor);
  }

  private void layer(ByteBuffer in, int depth, Visitor visitor) {
    if (!in.hasRemaining()) {
      visitor.onMalformed(depth == 0 ? "empty frame" : "compressed body holds no packet", in);
    }
    try {
      while (in.hasRemaining()) {
        BilibiliHeader header = header(in);
        if (header.isCompressed()) {
          budget.check();
        }
        packet(header, in, depth, visitor);
        in.position(in.position() + header.length());
        if (header.operation() == BilibiliPacket.HEARTBEAT_REPLY && isEcho(in)) {
          return;
        }
      }
    } catch (MalformedException e) {
      visitor.onMalformed(e.why(), in);
    }
  }

  /** The header of the first packet of {@code in}; the whole packet is there. */
  private BilibiliHeader header(ByteBuffer in) throws MalformedException {
    BilibiliHeader header = BilibiliHeader.read(in);
    if (header.length() > in.remaining()) {
      throw new MalformedException(
          "packet length %d is beyond the %d bytes there are"
              .formatted(header.length(), in.remaining()));
    }
    if (packets++ == Bounds.PACKETS_PER_FRAME) {
      throw new MalformedException("more than " + Bounds.PACKETS_PER_FRAME + " packets in a frame");
    }
    return header;
  }

  /** Whether what follows a heartbeat reply is no packet, but the body of our own heartbeat. */
  private static boolean isEcho(ByteBuffer in) {
    return in.remaining() < HEADER || BilibiliHeader.at(in, in.position()).size() != HEADER;
  }

  /** The packet at the position of {@code in}, which stays. */
  private void packet(BilibiliHeader header, ByteBuffer in, int depth, Visitor visitor) {
    ByteBuffer body = in.slice(in.position() + HEADER, header.length() - HEADER);
    try {
      switch (header.version()) {
        case BilibiliPacket.PLAIN, BilibiliPacket.CONTROL ->
            visitor.onPacket(
                new BilibiliPacket(header.version(), header.operation(), header.sequence(), body));
        case BilibiliPacket.ZLIB -> layer(inside(Format.ZLIB, body, depth), depth + 1, visitor);
        case BilibiliPacket.BROTLI -> layer(inside(Format.BROTLI, body, depth), depth + 1, visitor);
        default -> throw new MalformedException("unknown packet version " + header.version());
      }
    } catch (MalformedException e) {
      visitor.onMalformed(e.why(), in.slice(in.position(), header.length()));
    }
  }

  private ByteBuffer inside(Format format, ByteBuffer body, int depth) throws MalformedException {
    return decompressors.decompress(format, body, depth, budget);
  }

  /** One frame of the packets in order, ready to be read. Bodies are left as they are. */
  public static ByteBuffer encode(BilibiliPacket... packets) {
    int size = 0;
    for (BilibiliPacket packet : packets) {
      size += HEADER + packet.body().remaining();
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    for (BilibiliPacket packet : packets) {
      BilibiliHeader.of(packet).write(out);
      out.put(packet.body().duplicate());
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
