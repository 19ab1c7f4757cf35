package io.github.danmuhub.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Runs of plain bytes inside a JSON string, passed eight at a time. */
public final class PlainRun {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH = ONES << 7;

  private PlainRun() {}

  /**
   * Where the next quote, backslash or control character stands; {@code end} for none, or {@code
   * from} if that is beyond.
   */
  public static int end(byte[] json, int from, int end) {
    int at = from;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      long special = specials((long) EIGHT.get(json, at));
      if (special != 0) {
        return at + Long.numberOfTrailingZeros(special) / Byte.SIZE;
      }
    }
    while (at < end && isPlain(json[at])) {
      at++;
    }
    return at;
  }

  private static boolean isPlain(byte b) {
    return b != '"' && b != '\\' && (b < 0 || b >= ' ');
  }

  /**
   * The highest bit of each byte that is not plain: without its second bit a quote follows the
   * control characters. A borrow may mark bytes above such a one wrongly, so only the lowest mark
   * counts.
   */
  private static long specials(long bytes) {
    return (below(' ' + 1, bytes ^ ONES * ('"' ^ ' ')) | below(1, bytes ^ ONES * '\\')) & HIGH;
  }

  /** Marks the bytes that are less than {@code limit}, unsigned. */
  private static long below(int limit, long bytes) {
    return bytes - ONES * limit & ~bytes;
  }
}
