package io.github.danmuhub.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ProtoReader#again} read last: viewers, gifts and names come again and again with the
 * same bytes, and a cached value costs neither reading nor memory. Each entry has two possible
 * slots and is evicted by the second later value that needs them. Long values are not cached. So it
 * holds at most a few MiB, one serves all rooms of an event loop, and it allocates nothing before
 * its first use. Not thread-safe.
 */
public final class ProtoCache {
  private static final int SLOT_BITS = 11;
  private static final int LONGEST = 1_024;
  private static final int STRIDE = 4 * Long.BYTES;
  private static final long MIX = 0x9e3779b97f4a7c15L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final class Entry {
    private final Object reading;
    private final byte[] bytes;
    private final Object value;

    Entry(Object reading, byte[] bytes, Object value) {
      this.reading = reading;
      this.bytes = bytes;
      this.value = value;
    }

    boolean is(Object wanted, byte[] array, int from, int to) {
      return reading == wanted && Arrays.equals(bytes, 0, bytes.length, array, from, to);
    }
  }

  private @Nullable Entry[] slots = {};

  /** What those bytes were last read as by the same reading, or null. */
  @Nullable Object get(Object reading, byte[] bytes, int from, int to) {
    if (slots.length == 0 || to - from > LONGEST) {
      return null;
    }
    int slot = slot(bytes, from, to);
    Entry entry = slots[slot];
    if (entry == null || !entry.is(reading, bytes, from, to)) {
      entry = slots[slot ^ 1];
    }
    return entry != null && entry.is(reading, bytes, from, to) ? entry.value : null;
  }

  void put(Object reading, byte[] bytes, int from, int to, Object value) {
    if (to - from > LONGEST) {
      return;
    }
    if (slots.length == 0) {
      slots = new Entry[1 << SLOT_BITS];
    }
    byte[] copy = Arrays.copyOfRange(bytes, from, to);
    int slot = slot(bytes, from, to);
    slots[slot ^ 1] = slots[slot];
    slots[slot] = new Entry(reading, copy, value);
  }

  /**
   * Every second sixteen bytes, and the last sixteen: what tells values apart, ids and names, is at
   * the ends, or longer than what is left out.
   */
  private static int slot(byte[] bytes, int from, int to) {
    long hash = (long) to - from;
    int last = to - 2 * Long.BYTES;
    if (last < from) {
      for (int at = from; at < to; at++) {
        hash = folded(hash ^ bytes[at], MIX);
      }
    } else {
      for (int at = from; at < last; at += STRIDE) {
        hash = folded(hash ^ word(bytes, at), MIX ^ word(bytes, at + Long.BYTES));
      }
      hash = folded(hash ^ word(bytes, last), MIX ^ word(bytes, last + Long.BYTES));
    }
    return (int) (hash >>> (Long.SIZE - SLOT_BITS));
  }

  private static long word(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** Both halves of the 128-bit product. */
  private static long folded(long a, long b) {
    return Math.multiplyHigh(a, b) ^ (a * b);
  }
}
