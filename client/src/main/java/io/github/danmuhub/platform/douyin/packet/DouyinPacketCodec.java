package io.github.danmuhub.platform.douyin.packet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.Decompressors.Format;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoCache;
import io.github.danmuhub.wire.ProtoFields;
import io.github.danmuhub.wire.ProtoWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** {@link DouyinPacket} and its bytes, both directions. */
public final class DouyinPacketCodec {
  private static final int HEADERS = 64;
  private static final int GZIP_MAGIC = 0x1f8b;

  private DouyinPacketCodec() {}

  /** The payload is a view into {@code frame}. */
  public static DouyinPacket decode(ByteBuffer frame) throws MalformedException {
    return decode(frame, null);
  }

  /**
   * The same with the cache of our thread, since all frames name the same headers and types.
   *
   * @return whose payload is a view into {@code frame}
   */
  public static DouyinPacket decode(ByteBuffer frame, @Nullable ProtoCache cache)
      throws MalformedException {
    if (frame.remaining() > Bounds.FRAME) {
      throw new MalformedException("frame is larger than " + (Bounds.FRAME >> 20) + " MiB");
    }
    ProtoFields in = new ProtoFields(cache).over(frame);
    return new DouyinPacket(
        in.int64(1),
        in.int64(2),
        in.int32(3),
        in.int32(4),
        readHeaders(in),
        in.stringAgain(6),
        in.stringAgain(7),
        in.slice(8));
  }

  private static Map<String, String> readHeaders(ProtoFields in) throws MalformedException {
    Map<String, String> headers = new LinkedHashMap<>();
    in.messages(5, HEADERS, header -> headers.put(header.stringAgain(1), header.string(2)));
    return headers;
  }

  /** Fields that are zero or empty are left out, as the real ones are. */
  public static ByteBuffer encode(DouyinPacket packet) {
    ProtoWriter out = new ProtoWriter();
    varint(out, 1, packet.seqId());
    varint(out, 2, packet.logId());
    varint(out, 3, packet.service());
    varint(out, 4, packet.method());
    packet.headers().forEach((k, v) -> out.message(5, new ProtoWriter().string(1, k).string(2, v)));
    string(out, 6, packet.payloadEncoding());
    string(out, 7, packet.payloadType());
    if (packet.payload().hasRemaining()) {
      byte[] payload = new byte[packet.payload().remaining()];
      packet.payload().duplicate().get(payload);
      out.bytes(8, payload);
    }
    return ByteBuffer.wrap(out.toBytes());
  }

  private static void varint(ProtoWriter out, int field, long value) {
    if (value != 0) {
      out.varint(field, value);
    }
  }

  private static void string(ProtoWriter out, int field, String value) {
    if (!value.isEmpty()) {
      out.string(field, value);
    }
  }

  /** What keeps a client alive: {@code 3a 02 68 62}. */
  public static ByteBuffer heartbeat() {
    return encode(bare(0, DouyinPacket.HEARTBEAT, ""));
  }

  /** The receipt for the frame with that LogID. */
  public static ByteBuffer ack(long logId, String internalExt) {
    return encode(bare(logId, DouyinPacket.ACK, internalExt));
  }

  private static DouyinPacket bare(long logId, String type, String payload) {
    return new DouyinPacket(
        0, logId, 0, 0, Map.of(), "", type, ByteBuffer.wrap(payload.getBytes(UTF_8)));
  }

  /**
   * The payload, inflated where {@code compress_type} says so or the gzip magic is there: no
   * protobuf message begins with those two bytes.
   *
   * @return valid until the next call with the same decompressors
   */
  public static ByteBuffer inflate(DouyinPacket packet, Decompressors decompressors)
      throws MalformedException {
    ByteBuffer payload = packet.payload().duplicate();
    return isGzip(packet.header(DouyinPacket.COMPRESS_TYPE), payload)
        ? decompressors.decompress(Format.GZIP, payload, 0)
        : payload;
  }

  private static boolean isGzip(String compressType, ByteBuffer payload) {
    if (compressType.equals("gzip")) {
      return payload.hasRemaining();
    }
    return payload.remaining() >= 2
        && (payload.getShort(payload.position()) & 0xffff) == GZIP_MAGIC;
  }

  /** A payload as the site compresses it. */
  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array refused bytes", e);
    }
    return bytes.toByteArray();
  }
}
