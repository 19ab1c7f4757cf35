package io.github.danmuhub.wire;

import java.nio.ByteBuffer;

/**
 * The decompressors of one thread, with buffers that are used again and again: one set serves all
 * rooms of an event loop, so that a room holds none. Not thread-safe.
 */
public final class Decompressors {
  private final Output[] outputs = new Output[Bounds.NESTING];
  private final Inflate inflate = new Inflate();
  private final Brotli brotli = Brotli.fastest();

  public Decompressors() {
    for (int depth = 0; depth < outputs.length; depth++) {
      outputs[depth] = new Output(Bounds.INFLATED);
    }
  }

  /** How a body is compressed. */
  public enum Format {
    /** RFC 1950. */
    ZLIB,
    /** RFC 1952, one member; Go's sync flushes included. */
    GZIP,
    /** RFC 7932. */
    BROTLI
  }

  /**
   * Inflates the rest of {@code in}.
   *
   * @param depth how many compressed layers lie around this one, from 0: each has its own buffer
   * @return valid until the next call with the same depth; backed by an array
   * @throws MalformedException if the body is broken, cut off, too deep, or larger than {@link
   *     Bounds#INFLATED}
   */
  public ByteBuffer decompress(Format format, ByteBuffer in, int depth) throws MalformedException {
    if (depth >= Bounds.NESTING) {
      throw new MalformedException("more than " + Bounds.NESTING + " compressed layers");
    }
    Output out = outputs[depth].reset();
    switch (format) {
      case ZLIB -> inflate.zlib(in, out);
      case GZIP -> inflate.gzip(in, out);
      case BROTLI -> brotli.decompress(in, out);
    }
    return out.toBuffer();
  }
}
