package io.github.danmuhub.wire;

import java.io.ByteArrayOutputStream;

/**
 * Brotli that stores: uncompressed meta-blocks only (RFC 7932 §9.2), for machines without the
 * native encoder.
 */
final class StoredBrotli {
  private static final int BLOCK = 1 << 16;
  private static final int LAST_AND_EMPTY = 3;

  private StoredBrotli() {}

  static byte[] compress(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length + 16);
    for (int from = 0; from < plain.length; from += BLOCK) {
      int size = Math.min(BLOCK, plain.length - from);
      // the first block's header comes after the one bit that says "window of 16 bits"
      header(out, size, from == 0 ? 1 : 0);
      out.write(plain, from, size);
    }
    // alone in the stream, the last block comes after that bit too
    out.write(plain.length == 0 ? LAST_AND_EMPTY << 1 : LAST_AND_EMPTY);
    return out.toByteArray();
  }

  /** Bits from the lowest: ISLAST 0, MNIBBLES 00 (four), MLEN - 1 in 16, ISUNCOMPRESSED 1, pad. */
  private static void header(ByteArrayOutputStream out, int size, int shift) {
    int bits = ((size - 1) << 3 | 1 << 19) << shift;
    out.write(bits);
    out.write(bits >> 8);
    out.write(bits >> 16);
  }
}
