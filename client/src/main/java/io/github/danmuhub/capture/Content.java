package io.github.danmuhub.capture;

import io.github.danmuhub.event.Raw;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a capture, in a file or in memory, which can be read again and again; compressed
 * ones (gzip, zlib) are inflated as they are read.
 *
 * @param file null where they are in memory
 * @param bytes of what is in memory
 * @param most bytes that may come out; what is longer fails
 */
record Content(@Nullable Path file, Raw bytes, long most) {
  private static final int HEAD = 4_096;

  /** What it begins with. */
  byte[] head() throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(HEAD);
    }
  }

  InputStream open() throws IOException {
    InputStream in =
        new BufferedInputStream(
            file == null ? new ByteArrayInputStream(bytes.toBytes()) : Files.newInputStream(file),
            1 << 16);
    try {
      return new Bounded(inflated(in), most);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static InputStream inflated(InputStream in) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    if (first == 0x1f && second == 0x8b) {
      return new BufferedInputStream(new GZIPInputStream(in), 1 << 16);
    }
    return first == 0x78 && (second == 0x9c || second == 0xda)
        ? new BufferedInputStream(new InflaterInputStream(in), 1 << 16)
        : in;
  }

  /** Fails after so many bytes. */
  private static final class Bounded extends InputStream {
    private final InputStream in;
    private final long most;
    private long left;

    Bounded(InputStream in, long most) {
      this.in = in;
      this.most = most;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int size) throws IOException {
      int n = in.read(into, offset, size);
      count(Math.max(0, n));
      return n;
    }

    private void count(int n) throws IOException {
      left -= n;
      if (left < 0) {
        throw new IOException("the capture is larger than " + (most >> 20) + " MiB");
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
