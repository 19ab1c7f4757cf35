package io.github.danmuhub.wire;

import java.nio.ByteBuffer;

/**
 * The decompressors of one thread, with buffers that are used again and again: one set serves all
 * rooms of an event loop, so that a room holds none. Not thread-safe.
 */
public final class Decompressors {
  private final BoundedOutput[] outputs = new BoundedOutput[Bounds.NESTING];
  private final Inflate inflate = new Inflate();
  private final Brotli brotli = Brotli.fastest();

  public Decompressors() {
    for (int depth = 0; depth < outputs.length; depth++) {
      outputs[depth] = new BoundedOutput();
    }
  }

  /**
   * Whether brotli is unpacked by a library of this system's own; in Java it takes twice as long.
   */
  public static boolean hasNativeBrotli() {
    return Brotli.isNative();
  }

  /** How a body is compressed. */
  public enum Format {
    /** RFC 1950. */
    ZLIB,
    /** RFC 1951: the same without header and checksum. */
    DEFLATE,
    /** RFC 1952, one member; Go's sync flushes included. */
    GZIP,
    /** RFC 7932. */
    BROTLI
  }

  /**
   * How much the bodies of one frame may still inflate to, all together: what was inflated of
   * broken ones counts too. Not thread-safe.
   */
  public static final class Budget {
    private int left = Bounds.INFLATED_PER_FRAME;

    /** For the next frame. */
    public void renew() {
      left = Bounds.INFLATED_PER_FRAME;
    }

    /** Throws if nothing is left. */
    public void check() throws MalformedException {
      if (left == 0) {
        throw BoundedOutput.spent();
      }
    }
  }

  /** Inflates the rest of {@code in}, which may be one of several bodies of a frame. */
  public ByteBuffer decompress(Format format, ByteBuffer in, int depth, Budget budget)
      throws MalformedException {
    budget.check();
    try {
      return decompress(format, in, depth, Math.min(Bounds.INFLATED, budget.left));
    } finally {
      budget.left -= depth < outputs.length ? outputs[depth].position() : 0;
    }
  }

  /**
   * Inflates the rest of {@code in}, the only body of its frame.
   *
   * @param depth how many compressed layers lie around this one, from 0: each has its own buffer
   * @return valid until the next call with the same depth; backed by an array
   * @throws MalformedException if the body is broken, cut off, too deep, or larger than {@link
   *     Bounds#INFLATED}
   */
  public ByteBuffer decompress(Format format, ByteBuffer in, int depth) throws MalformedException {
    return decompress(format, in, depth, Bounds.INFLATED);
  }

  private ByteBuffer decompress(Format format, ByteBuffer in, int depth, int limit)
      throws MalformedException {
    if (depth >= Bounds.NESTING) {
      throw new MalformedException("more than " + Bounds.NESTING + " compressed layers");
    }
    BoundedOutput out = outputs[depth].reset(limit);
    switch (format) {
      case ZLIB -> inflate.zlib(in, out);
      case DEFLATE -> inflate.bare(in, out);
      case GZIP -> inflate.gzip(in, out);
      case BROTLI -> brotli.decompress(in, out);
    }
    return out.toBuffer();
  }
}
