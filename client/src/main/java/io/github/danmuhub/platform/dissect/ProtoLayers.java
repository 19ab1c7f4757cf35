package io.github.danmuhub.platform.dissect;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoTree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Protobuf without its schema as layers: field numbers, wire types and every plausible reading. */
public final class ProtoLayers {
  private ProtoLayers() {}

  /** A layer with a field for each protobuf field; one that says why, where it is no protobuf. */
  public static Layer of(String title, ByteBuffer message) {
    int size = message.remaining();
    try {
      return layer(title, 0, size, ProtoTree.read(message));
    } catch (MalformedException e) {
      return new Layer(title, 0, size, List.of(new Layer.Field("error", "", e.why())), List.of());
    }
  }

  private static Layer layer(String title, int offset, int size, List<ProtoTree.Field> tree) {
    List<Layer.Field> fields = new ArrayList<>();
    List<Layer> inner = new ArrayList<>();
    for (ProtoTree.Field field : tree) {
      fields.add(field(field));
      if (field.text() == null && !field.inner().isEmpty()) {
        inner.add(layer("field " + field.number(), field.offset(), field.size(), field.inner()));
      }
    }
    return new Layer(title, offset, size, fields, inner);
  }

  private static Layer.Field field(ProtoTree.Field field) {
    String name = String.valueOf(field.number());
    return switch (field.wireType()) {
      case 0 -> new Layer.Field(name, "" + field.value(), "varint, zigzag " + field.zigzag());
      case 1 ->
          new Layer.Field(
              name,
              "" + field.value(),
              "fixed64, double " + Double.longBitsToDouble(field.value()));
      case 5 ->
          new Layer.Field(
              name,
              "" + field.value(),
              "fixed32, float " + Float.intBitsToFloat((int) field.value()));
      default -> new Layer.Field(name, bytes(field), "bytes, " + field.value());
    };
  }

  private static String bytes(ProtoTree.Field field) {
    if (field.text() != null) {
      return field.text();
    }
    return field.inner().isEmpty() ? "(binary)" : "(message)";
  }
}
