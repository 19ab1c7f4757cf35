package io.github.danmuhub.platform.dissect;

import io.github.danmuhub.platform.dissect.Layer.Place;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoTree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Protobuf without its schema as layers: field numbers, wire types and every plausible reading. */
public final class ProtoLayers {
  private static final int LONGEST_READING = 80;

  private final ByteBuffer bytes;

  private ProtoLayers(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** A layer with a field for each protobuf field; one that says why, where it is no protobuf. */
  public static Layer of(String title, ByteBuffer message) {
    int size = message.remaining();
    try {
      return new ProtoLayers(message.slice()).layer(title, 0, size, ProtoTree.read(message));
    } catch (MalformedException e) {
      return new Layer(title, 0, size, List.of(new Layer.Field("error", "", e.why())), List.of());
    }
  }

  private Layer layer(String title, int offset, int size, List<ProtoTree.Field> tree) {
    List<Layer.Field> fields = new ArrayList<>();
    List<Layer> inner = new ArrayList<>();
    for (ProtoTree.Field field : tree) {
      fields.add(field(field).at(Place.of(bytes, field.offset(), field.size())));
      if (field.text() == null && !field.inner().isEmpty()) {
        inner.add(layer("field " + field.number(), field.offset(), field.size(), field.inner()));
      }
    }
    return new Layer(title, offset, size, fields, inner);
  }

  private static Layer.Field field(ProtoTree.Field field) {
    String name = String.valueOf(field.number());
    return new Layer.Field(
        name, field.wireType() == 2 ? bytes(field) : "" + field.value(), readings(field));
  }

  private static String readings(ProtoTree.Field field) {
    long value = field.value();
    return switch (field.wireType()) {
      case 0 ->
          "varint, zigzag "
              + field.zigzag()
              + (value < 0 ? ", unsigned " + Long.toUnsignedString(value) : "");
      case 1 -> "fixed64, double " + Double.longBitsToDouble(value);
      case 5 -> "fixed32, float " + Float.intBitsToFloat((int) value);
      default -> "bytes, " + value + (field.text() == null ? "" : orMessage(field));
    };
  }

  /** Many a short text is a message, too. */
  private static String orMessage(ProtoTree.Field field) {
    String message = field.inner().isEmpty() ? "" : message(field.inner());
    return message.isEmpty() || message.length() > LONGEST_READING ? "" : ", or " + message;
  }

  private static String message(List<ProtoTree.Field> fields) {
    StringBuilder out = new StringBuilder("{");
    for (ProtoTree.Field field : fields) {
      if (out.length() > LONGEST_READING) {
        return "";
      }
      out.append(out.length() > 1 ? ", " : "").append(field.number()).append(": ");
      out.append(field.wireType() == 2 ? bytes(field) : "" + field.value());
    }
    return out.append('}').toString();
  }

  private static String bytes(ProtoTree.Field field) {
    if (field.text() != null) {
      return field.text();
    }
    return field.inner().isEmpty() ? "(binary)" : "(message)";
  }
}
