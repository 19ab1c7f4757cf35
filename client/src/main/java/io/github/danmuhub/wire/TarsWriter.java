package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * TARS written by tag: the other direction of {@link TarsReader}. Numbers take the least width that
 * holds them. The caller writes fields by ascending tags, as readers of others expect. An element
 * of a list is written as a field with tag 0. Not thread-safe.
 */
public final class TarsWriter {
  private static final int SHORT_STRING = 255;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** How one element of a list is written. */
  public interface Writing<T> {
    void write(TarsWriter out, T element);
  }

  public TarsWriter number(int tag, long value) {
    if (value == 0) {
      return head(tag, TarsType.ZERO);
    }
    if (value == (byte) value) {
      return head(tag, TarsType.INT_8).raw(value, Byte.BYTES);
    }
    if (value == (short) value) {
      return head(tag, TarsType.INT_16).raw(value, Short.BYTES);
    }
    return value == (int) value
        ? head(tag, TarsType.INT_32).raw(value, Integer.BYTES)
        : head(tag, TarsType.INT_64).raw(value, Long.BYTES);
  }

  public TarsWriter string(int tag, String value) {
    byte[] text = value.getBytes(UTF_8);
    return text.length <= SHORT_STRING
        ? head(tag, TarsType.SHORT_STRING).raw(text.length, Byte.BYTES).raw(text)
        : head(tag, TarsType.LONG_STRING).raw(text.length, Integer.BYTES).raw(text);
  }

  public TarsWriter bytes(int tag, byte[] value) {
    return head(tag, TarsType.BYTES).head(0, TarsType.INT_8).number(0, value.length).raw(value);
  }

  /** A struct whose fields {@code fields} writes, here. */
  public TarsWriter struct(int tag, Consumer<TarsWriter> fields) {
    head(tag, TarsType.STRUCT);
    fields.accept(this);
    return head(0, TarsType.STRUCT_END);
  }

  public <T> TarsWriter list(int tag, List<T> elements, Writing<T> writing) {
    head(tag, TarsType.LIST).number(0, elements.size());
    elements.forEach(element -> writing.write(this, element));
    return this;
  }

  /** A map with one entry: {@code entry} writes the key with tag 0 and the value with tag 1. */
  public TarsWriter entry(int tag, Consumer<TarsWriter> entry) {
    head(tag, TarsType.MAP).number(0, 1);
    entry.accept(this);
    return this;
  }

  public byte[] toBytes() {
    return out.toByteArray();
  }

  private TarsWriter head(int tag, int type) {
    if (tag < TarsType.LONG_TAG) {
      return raw(tag << 4 | type, Byte.BYTES);
    }
    return raw(TarsType.LONG_TAG << 4 | type, Byte.BYTES).raw(tag, Byte.BYTES);
  }

  private TarsWriter raw(long value, int width) {
    for (int shift = Byte.SIZE * (width - 1); shift >= 0; shift -= Byte.SIZE) {
      out.write((int) (value >> shift));
    }
    return this;
  }

  private TarsWriter raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }
}
