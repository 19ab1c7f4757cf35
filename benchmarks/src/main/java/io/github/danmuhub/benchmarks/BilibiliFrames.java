package io.github.danmuhub.benchmarks;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Frames as Bilibili sends them: one compressed packet around many plain ones. */
final class BilibiliFrames {
  private static final int HEADER = 16;
  private static final int MESSAGE = 5;

  /** How the outer packet is compressed; the ordinal is the packet's version but for BROTLI. */
  enum Compression {
    PLAIN(0),
    ZLIB(2),
    BROTLI(3);

    final int version;

    Compression(int version) {
      this.version = version;
    }
  }

  private BilibiliFrames() {}

  static byte[] frame(BilibiliMessages messages, int count, Compression compression)
      throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      inner.write(packet(0, messages.next()));
    }
    return switch (compression) {
      case PLAIN -> inner.toByteArray();
      case ZLIB -> packet(compression.version, zlib(inner.toByteArray()));
      case BROTLI -> packet(compression.version, brotli(inner.toByteArray()));
    };
  }

  private static byte[] packet(int version, byte[] body) {
    return ByteBuffer.allocate(HEADER + body.length)
        .putInt(HEADER + body.length)
        .putShort((short) HEADER)
        .putShort((short) version)
        .putInt(MESSAGE)
        .putInt(0)
        .put(body)
        .array();
  }

  private static byte[] zlib(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(6);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(plain);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static byte[] brotli(byte[] plain) throws IOException {
    Brotli4jLoader.ensureAvailability();
    return Encoder.compress(plain, new Encoder.Parameters().setQuality(5));
  }
}
