package io.github.danmuhub.platform.dissect;

import io.github.danmuhub.platform.dissect.Layer.Place;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsTree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** TARS as layers: tags, types, names where they are known, and every plausible reading. */
public final class TarsLayers {
  private static final int FLOAT = 4;
  private static final int DOUBLE = 5;
  private static final int BYTES = 13;
  private static final List<String> TYPES =
      List.of(
          "int8", "int16", "int32", "int64", "float", "double", "text", "text", "map", "list",
          "struct", "end", "zero", "bytes");

  private final ByteBuffer bytes;

  private TarsLayers(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** A layer with a field for each TARS field; one that says why, where it is no TARS. */
  public static Layer of(String title, ByteBuffer message) {
    return of(title, message, TarsNames.NONE);
  }

  /** The same with what its fields are called. */
  public static Layer of(String title, ByteBuffer message, TarsNames names) {
    int size = message.remaining();
    try {
      List<TarsTree.Field> tree = TarsTree.read(message);
      return new TarsLayers(message.slice()).layer(title, 0, size, tree, names);
    } catch (MalformedException e) {
      return new Layer(title, 0, size, List.of(new Layer.Field("error", "", e.why())), List.of());
    }
  }

  private Layer layer(
      String title, int offset, int size, List<TarsTree.Field> tree, TarsNames names) {
    List<Layer.Field> fields = new ArrayList<>();
    List<Layer> inner = new ArrayList<>();
    for (TarsTree.Field field : tree) {
      String type = TYPES.get(field.type());
      String name = names.name(field.tag());
      String meaning = name.isEmpty() ? type : type + ", " + name;
      fields.add(
          new Layer.Field("" + field.tag(), value(field), meaning)
              .at(Place.of(bytes, field.offset(), field.size())));
      if (field.text() == null && !field.inner().isEmpty()) {
        inner.add(
            layer(
                type + " " + field.tag(),
                field.offset(),
                field.size(),
                field.inner(),
                names.inner(field.tag())));
      }
    }
    return new Layer(title, offset, size, fields, inner);
  }

  private static String value(TarsTree.Field field) {
    if (field.text() != null) {
      return field.text();
    }
    return switch (field.type()) {
      case FLOAT -> "" + Float.intBitsToFloat((int) field.value());
      case DOUBLE -> "" + Double.longBitsToDouble(field.value());
      case BYTES -> "(%d bytes)".formatted(field.value());
      default -> field.inner().isEmpty() ? "" + field.value() : "(%d)".formatted(field.value());
    };
  }
}
