package io.github.danmuhub.platform.dissect;

import java.util.List;

/**
 * One layer of a dissected frame: a header, a body, a message.
 *
 * @param title what it is, such as {@code packet} or {@code zlib body}
 * @param offset where it begins: within the frame, or within what the compressed layer around it
 *     inflates to
 * @param size in bytes
 * @param fields in the order of the wire
 * @param inner the layers inside, in the order of the wire
 */
public record Layer(String title, int offset, int size, List<Field> fields, List<Layer> inner) {

  public Layer {
    fields = List.copyOf(fields);
    inner = List.copyOf(inner);
  }

  /**
   * One field of a layer.
   *
   * @param value as it stands on the wire, without secrets
   * @param meaning the value in words; empty where it speaks for itself
   */
  public record Field(String name, String value, String meaning) {

    public static Field of(String name, Object value) {
      return new Field(name, String.valueOf(value), "");
    }
  }
}
