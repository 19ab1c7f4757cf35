package io.github.danmuhub.inspect.proto;

import io.github.danmuhub.inspect.proto.ProtoSchema.Message;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.dissect.Layer.Place;
import io.github.danmuhub.platform.dissect.ProtoLayers;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoTree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of protobuf read by its schema: text, bytes and messages, which the wire does not tell
 * apart, are what the schema says. What it does not know, or knows otherwise, is shown as without
 * it. Pure.
 */
final class TypedMessage {
  private static final int DEEPEST = 32;

  private final ProtoSchema schema;
  private final ByteBuffer whole;

  TypedMessage(ProtoSchema schema, ByteBuffer whole) {
    this.schema = schema;
    this.whole = whole;
  }

  /** Whether it knows every field, as what the wire holds. */
  boolean fits(Message message) {
    try {
      for (ProtoTree.Field field : ProtoTree.readOutermost(whole)) {
        ProtoSchema.Field known = message.fields().get(field.number());
        if (known == null || !fits(message, known, field)) {
          return false;
        }
      }
      return true;
    } catch (MalformedException noMessage) {
      return false;
    }
  }

  private boolean fits(Message message, ProtoSchema.Field known, ProtoTree.Field field)
      throws MalformedException {
    if (schema.message(message, known.type()) != null && field.wireType() == 2) {
      ProtoTree.readOutermost(body(0, field));
      return true;
    }
    return schema.isElsewhere(message, known.type())
        || ProtoReading.of(schema, message, known, field, body(0, field)) != null;
  }

  /** What stands in a field of bytes; empty in others. */
  private ByteBuffer body(int offset, ProtoTree.Field field) {
    int size = field.wireType() == 2 ? (int) field.value() : 0;
    return whole.slice(offset + field.offset() + field.size() - size, size);
  }

  /**
   * The message as a layer.
   *
   * @throws MalformedException if it is no protobuf
   */
  Layer layer(String title, Message message) throws MalformedException {
    return layer(title, message, 0, whole.remaining(), 0);
  }

  private Layer layer(String title, Message message, int offset, int size, int depth)
      throws MalformedException {
    List<Layer.Field> fields = new ArrayList<>();
    List<Layer> inner = new ArrayList<>();
    for (ProtoTree.Field field : ProtoTree.readOutermost(whole.slice(offset, size))) {
      ProtoSchema.Field known = message.fields().get(field.number());
      Layer typed = known == null ? null : typed(message, known, offset, field, depth);
      Layer shown = typed == null ? untyped(known, message, offset, field) : typed;
      fields.addAll(shown.fields());
      inner.addAll(shown.inner());
    }
    return new Layer(title, offset, size, fields, inner);
  }

  /** One field, and what is inside, as the schema says; null where the wire holds another type. */
  private @Nullable Layer typed(
      Message message, ProtoSchema.Field known, int offset, ProtoTree.Field field, int depth) {
    Message type = field.wireType() == 2 ? schema.message(message, known.type()) : null;
    List<Layer> inner = List.of();
    String value;
    if (type == null) {
      value = ProtoReading.of(schema, message, known, field, body(offset, field));
    } else {
      Layer inside = inside(known, type, offset, field, depth);
      value = inside == null ? null : "(message)";
      inner = inside == null ? List.of() : List.of(inside);
    }
    if (value == null) {
      return null;
    }
    Place place = Place.of(whole, offset + field.offset(), field.size());
    Layer.Field one = new Layer.Field(known.name(), value, words(known, field), place);
    return new Layer("", offset, field.size(), List.of(one), inner);
  }

  private @Nullable Layer inside(
      ProtoSchema.Field known, Message type, int offset, ProtoTree.Field field, int depth) {
    int size = (int) field.value();
    int at = offset + field.offset() + field.size() - size;
    try {
      return depth == DEEPEST
          ? null
          : layer(known.name() + ": " + type.shortName(), type, at, size, depth + 1);
    } catch (MalformedException noMessage) {
      return null;
    }
  }

  private static String words(ProtoSchema.Field known, ProtoTree.Field field) {
    return field.number() + ", " + (known.repeated() ? "repeated " : "") + known.type();
  }

  private Layer untyped(
      ProtoSchema.@Nullable Field known, Message message, int offset, ProtoTree.Field field)
      throws MalformedException {
    Layer layer = ProtoLayers.within("", whole, offset + field.offset(), field.size());
    Layer.Field as = layer.fields().get(0);
    String name = known == null ? as.name() : known.name();
    String meaning = as.meaning() + doubt(known, message, field);
    Layer.Field told = new Layer.Field(name, as.value(), meaning, as.place());
    return new Layer("", layer.offset(), layer.size(), List.of(told), layer.inner());
  }

  private String doubt(ProtoSchema.@Nullable Field known, Message message, ProtoTree.Field field) {
    if (known == null) {
      return ", not in the schema";
    }
    return schema.isElsewhere(message, known.type())
        ? "; " + words(known, field) + ", which is not in this file"
        : "; the schema says " + words(known, field);
  }
}
