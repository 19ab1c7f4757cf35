package io.github.danmuhub.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Base-128 numbers, seven bits a byte, the lowest first; all bytes but the last have the top bit
 * set. A message of Douyin has a dozen of nine bytes each, so eight bytes are looked at in one go.
 */
final class Varint {
  private static final int LONGEST = 10;

  private static final long CONTINUES = 0x8080808080808080L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Varint() {}

  /** Where the number at {@code at} ends. */
  static int behind(byte[] bytes, int at, int end) throws MalformedException {
    int length = length(bytes, at, end);
    if (length == 0) {
      throw new MalformedException(
          end - at < LONGEST
              ? "protobuf is broken: a varint is cut off"
              : "protobuf is broken: a varint is longer than 10 bytes");
    }
    return at + length;
  }

  /** How many bytes the number at {@code at} has, or 0 where it does not end in time. */
  static int length(byte[] bytes, int at, int end) {
    int i = at;
    if (at + Long.BYTES <= end) {
      long last = ~(long) LONGS.get(bytes, at) & CONTINUES;
      if (last != 0) {
        return (Long.numberOfTrailingZeros(last) >>> 3) + 1;
      }
      i += Long.BYTES;
    }
    int limit = Math.min(end, at + LONGEST);
    while (i < limit) {
      if (bytes[i++] >= 0) {
        return i - at;
      }
    }
    return 0;
  }

  /** The number of those bytes; of ten bytes, the last one's bits above the 64th are dropped. */
  static long read(byte[] bytes, int from, int to) {
    if (from + Long.BYTES > bytes.length) {
      return readLast(bytes, from, to);
    }
    int others = Math.max(0, Long.BYTES - (to - from)) * Byte.SIZE;
    long value = packed((long) LONGS.get(bytes, from) & -1L >>> others);
    int shift = 56;
    for (int i = from + Long.BYTES; i < to; i++) {
      value |= (long) (bytes[i] & 0x7f) << shift;
      shift += 7;
    }
    return value;
  }

  /** Within the last eight bytes of all. */
  private static long readLast(byte[] bytes, int from, int to) {
    long value = 0;
    for (int i = to - 1; i >= from; i--) {
      value = (value << 7) | (bytes[i] & 0x7f);
    }
    return value;
  }

  /** The seven bits of each of the eight bytes, moved together. */
  private static long packed(long eight) {
    long pairs = (eight & 0x007f007f007f007fL) | ((eight & 0x7f007f007f007f00L) >>> 1);
    long fours = (pairs & 0x00003fff00003fffL) | ((pairs & 0x3fff00003fff0000L) >>> 2);
    return (fours & 0x0fffffffL) | ((fours & 0x0fffffff00000000L) >>> 4);
  }
}
