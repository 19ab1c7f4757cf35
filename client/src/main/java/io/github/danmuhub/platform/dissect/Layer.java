package io.github.danmuhub.platform.dissect;

import io.github.danmuhub.event.Raw;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a dissected frame: a header, a body, a message.
 *
 * @param title what it is, such as {@code packet} or {@code zlib body}
 * @param offset where it begins: within the frame, or within what the compressed layer around it
 *     inflates to
 * @param size in bytes
 * @param fields in the order of the wire
 * @param inner the layers inside, in the order of the wire
 * @param message of protobuf that was read without its schema: the bytes, for who has it; else none
 */
public record Layer(
    String title, int offset, int size, List<Field> fields, List<Layer> inner, Raw message) {

  public Layer {
    fields = List.copyOf(fields);
    inner = List.copyOf(inner);
  }

  public Layer(String title, int offset, int size, List<Field> fields, List<Layer> inner) {
    this(title, offset, size, fields, inner, Raw.NOTHING);
  }

  /**
   * One field of a layer.
   *
   * @param value as it stands on the wire, without secrets
   * @param meaning the value in words; empty where it speaks for itself
   * @param place where its bytes are; null where that is not shown, as with secrets
   */
  public record Field(String name, String value, String meaning, @Nullable Place place) {

    public Field(String name, String value, String meaning) {
      this(name, value, meaning, null);
    }

    public static Field of(String name, Object value) {
      return new Field(name, String.valueOf(value), "");
    }

    /** The same, standing there. */
    public Field at(@Nullable Place there) {
      return new Field(name, value, meaning, there);
    }
  }

  /**
   * Where a field stands.
   *
   * @param offset counted from where its layer's is
   * @param size in bytes, with what says its number or length
   * @param head its first bytes, {@value #HEAD} at most, in hex
   */
  public record Place(int offset, int size, String head) {
    private static final int HEAD = 16;

    /** Of a field whose offset counts from the beginning of the buffer, which is not moved. */
    public static Place of(ByteBuffer in, int offset, int size) {
      return in(in, offset, 0, size);
    }

    /**
     * Of a field in a part of what its offset counts in.
     *
     * @param before how many bytes stand before the part
     */
    public static Place in(ByteBuffer part, int offset, int before, int size) {
      byte[] head = new byte[Math.min(HEAD, size)];
      part.get(offset - before, head);
      return new Place(offset, size, HexFormat.of().formatHex(head));
    }
  }
}
