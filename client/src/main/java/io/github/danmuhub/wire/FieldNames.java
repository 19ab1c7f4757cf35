package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Names of fields, found by the bytes that they are in JSON, without making a string. Immutable.
 */
final class FieldNames {
  /** Slots a name: few of them meet. */
  private static final int SPARSE = 4;

  private final byte[][] slots;
  private final @Nullable String[] names;

  FieldNames(Collection<String> all) {
    slots = new byte[Integer.highestOneBit(SPARSE * all.size() + 1)][];
    names = new String[slots.length];
    all.forEach(this::place);
  }

  private void place(String name) {
    byte[] utf8 = name.getBytes(UTF_8);
    int slot = slot(utf8, 0, utf8.length);
    while (slots[slot] != null) {
      slot = next(slot);
    }
    slots[slot] = utf8;
    names[slot] = name;
  }

  private int slot(byte[] text, int from, int to) {
    int length = to - from;
    int mixed = length == 0 ? 0 : (length * 31 + text[from]) * 31 + text[to - 1];
    return mixed & slots.length - 1;
  }

  private int next(int slot) {
    return slot + 1 & slots.length - 1;
  }

  /** The one that these bytes are; null if it is none of them. */
  @Nullable String find(byte[] text, int from, int to) {
    int slot = slot(text, from, to);
    while (slots[slot] != null && !isAt(slot, text, from, to)) {
      slot = next(slot);
    }
    return names[slot];
  }

  private boolean isAt(int slot, byte[] text, int from, int to) {
    byte[] name = slots[slot];
    return Arrays.equals(text, from, to, name, 0, name.length);
  }
}
