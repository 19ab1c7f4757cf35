package io.github.danmuhub.wire;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** zlib, gzip and bare deflate with two {@link Inflater}s that live as long as their thread. */
final class Inflate {
  private static final int GZIP_HEADER = 10;
  private static final int FLAG_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;

  private final Inflater zlib = new Inflater();
  private final Inflater raw = new Inflater(true);

  void zlib(ByteBuffer in, BoundedOutput out) throws MalformedException {
    inflate(zlib, in, out, "zlib");
  }

  void bare(ByteBuffer in, BoundedOutput out) throws MalformedException {
    inflate(raw, in, out, "deflate");
  }

  /** The checksum in the trailer is not verified. */
  void gzip(ByteBuffer in, BoundedOutput out) throws MalformedException {
    skipGzipHeader(in);
    inflate(raw, in, out, "gzip");
  }

  private static void inflate(Inflater inflater, ByteBuffer in, BoundedOutput out, String name)
      throws MalformedException {
    inflater.reset();
    inflater.setInput(in);
    try {
      while (!inflater.finished()) {
        out.ensureRoom();
        int n = inflater.inflate(out.array(), out.position(), out.room());
        out.advance(n);
        if (n == 0 && !inflater.finished()) {
          throw new MalformedException(name + " body is cut off");
        }
      }
    } catch (DataFormatException e) {
      out.advance((int) inflater.getBytesWritten() - out.position()); // by the call that failed
      throw new MalformedException(name + " body is broken: " + e.getMessage());
    }
  }

  private static void skipGzipHeader(ByteBuffer in) throws MalformedException {
    if (in.remaining() < GZIP_HEADER) {
      throw new MalformedException("gzip header is cut off");
    }
    int start = in.position();
    if ((in.getShort(start) & 0xffff) != 0x1f8b || in.get(start + 2) != 8) {
      throw new MalformedException("gzip magic is missing");
    }
    int flags = in.get(start + 3);
    in.position(start + GZIP_HEADER);
    if ((flags & FLAG_EXTRA) != 0) {
      int lsb = next(in);
      skip(in, lsb | next(in) << 8);
    }
    if ((flags & FLAG_NAME) != 0) {
      skipZeroTerminated(in);
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipZeroTerminated(in);
    }
    if ((flags & FLAG_CRC) != 0) {
      skip(in, 2);
    }
  }

  private static void skipZeroTerminated(ByteBuffer in) throws MalformedException {
    while (next(in) != 0) {}
  }

  private static void skip(ByteBuffer in, int n) throws MalformedException {
    if (n > in.remaining()) {
      throw new MalformedException("gzip header is cut off");
    }
    in.position(in.position() + n);
  }

  private static int next(ByteBuffer in) throws MalformedException {
    if (!in.hasRemaining()) {
      throw new MalformedException("gzip header is cut off");
    }
    return in.get() & 0xff;
  }
}
