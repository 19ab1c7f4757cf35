package io.github.danmuhub.platform.dissect;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.dissect.Layer.Place;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoTree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Protobuf without its schema as layers: field numbers, wire types and every plausible reading. */
public final class ProtoLayers {
  private static final int LONGEST_READING = 80;

  private final ByteBuffer whole;
  private final int before;

  private ProtoLayers(ByteBuffer whole, int before) {
    this.whole = whole;
    this.before = before;
  }

  /** A layer with a field for each protobuf field; one that says why, where it is no protobuf. */
  public static Layer of(String title, ByteBuffer message) {
    byte[] bytes = new byte[message.remaining()];
    message.duplicate().get(bytes);
    try {
      Layer layer = within(title, ByteBuffer.wrap(bytes), 0, bytes.length);
      return new Layer(title, 0, bytes.length, layer.fields(), layer.inner(), Raw.bytes(bytes));
    } catch (MalformedException e) {
      Layer.Field error = new Layer.Field("error", "", e.why());
      return new Layer(title, 0, bytes.length, List.of(error), List.of());
    }
  }

  /**
   * A part of a message as a layer; its offsets count from the beginning of the whole.
   *
   * @throws MalformedException if the part is no protobuf
   */
  public static Layer within(String title, ByteBuffer whole, int offset, int size)
      throws MalformedException {
    List<ProtoTree.Field> tree = ProtoTree.read(whole.slice(offset, size));
    return new ProtoLayers(whole, offset).layer(title, 0, size, tree);
  }

  private Layer layer(String title, int offset, int size, List<ProtoTree.Field> tree) {
    List<Layer.Field> fields = new ArrayList<>();
    List<Layer> inner = new ArrayList<>();
    for (ProtoTree.Field field : tree) {
      fields.add(field(field).at(Place.of(whole, before + field.offset(), field.size())));
      if (field.text() == null && !field.inner().isEmpty()) {
        inner.add(layer("field " + field.number(), field.offset(), field.size(), field.inner()));
      }
    }
    return new Layer(title, before + offset, size, fields, inner);
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
