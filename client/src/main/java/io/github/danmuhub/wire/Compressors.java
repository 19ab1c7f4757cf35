package io.github.danmuhub.wire;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.github.danmuhub.wire.Decompressors.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The other direction of {@link Decompressors}: what the platforms' other side needs. */
public final class Compressors {
  private static final int BROTLI_QUALITY = 4;

  private Compressors() {}

  /**
   * Compresses the whole of {@code plain}. Where the machine has no native brotli, its brotli is
   * valid, but not smaller.
   */
  public static byte[] compress(Format format, byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
    try {
      switch (format) {
        case ZLIB -> writeTo(new DeflaterOutputStream(bytes), plain);
        case DEFLATE -> bare(plain, bytes);
        case GZIP -> writeTo(new GZIPOutputStream(bytes), plain);
        case BROTLI -> bytes.writeBytes(brotli(plain));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array refused bytes", e);
    }
    return bytes.toByteArray();
  }

  private static void bare(byte[] plain, OutputStream bytes) throws IOException {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      writeTo(new DeflaterOutputStream(bytes, deflater), plain);
    } finally {
      deflater.end();
    }
  }

  private static void writeTo(OutputStream out, byte[] plain) throws IOException {
    try (out) {
      out.write(plain);
    }
  }

  private static byte[] brotli(byte[] plain) throws IOException {
    return Brotli4jLoader.isAvailable()
        ? Encoder.compress(plain, new Encoder.Parameters().setQuality(BROTLI_QUALITY))
        : StoredBrotli.compress(plain);
  }
}
