package io.github.danmuhub.platform.bilibili.packet;

import static io.github.danmuhub.platform.bilibili.packet.BilibiliPacket.HEADER;

import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;

/**
 * The 16 bytes before each body; the diagram is at {@link BilibiliPacket}.
 *
 * @param length of header and body
 * @param size of the header: 16
 */
public record BilibiliHeader(int length, int size, int version, int operation, int sequence) {

  /** The header of this packet. */
  static BilibiliHeader of(BilibiliPacket packet) {
    return new BilibiliHeader(
        HEADER + packet.body().remaining(),
        HEADER,
        packet.version(),
        packet.operation(),
        packet.sequence());
  }

  /**
   * The one at the position of {@code in}, which stays. Checked in itself; the length may be beyond
   * the limit.
   */
  public static BilibiliHeader read(ByteBuffer in) throws MalformedException {
    if (in.remaining() < HEADER) {
      throw new MalformedException(
          "packet header is cut off: %d of 16 bytes".formatted(in.remaining()));
    }
    BilibiliHeader header = at(in, in.position());
    if (header.size != HEADER) {
      throw new MalformedException(
          "packet header length is %d instead of 16".formatted(header.size));
    }
    if (header.length < HEADER) {
      throw new MalformedException(
          "packet length %d is shorter than its header".formatted(header.length));
    }
    return header;
  }

  /** What the 16 bytes there say, unchecked. */
  public static BilibiliHeader at(ByteBuffer in, int at) {
    return new BilibiliHeader(
        in.getInt(at),
        in.getShort(at + 4) & 0xffff,
        in.getShort(at + 6) & 0xffff,
        in.getInt(at + 8),
        in.getInt(at + 12));
  }

  /** Whether the body is packets again. */
  boolean isCompressed() {
    return version == BilibiliPacket.ZLIB || version == BilibiliPacket.BROTLI;
  }

  void write(ByteBuffer out) {
    out.putInt(length).putShort((short) size).putShort((short) version);
    out.putInt(operation).putInt(sequence);
  }
}
