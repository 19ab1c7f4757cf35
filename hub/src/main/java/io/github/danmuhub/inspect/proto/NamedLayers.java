package io.github.danmuhub.inspect.proto;

import io.github.danmuhub.inspect.proto.ProtoSchema.Message;
import io.github.danmuhub.platform.dissect.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives layers of protobuf the names and types of a schema. Which message a layer is, the user
 * says; else the layer around it does, which a platform calls by the message's name
 * (WebcastChatMessage: ChatMessage), or the one that fits best is taken.
 */
public final class NamedLayers {
  private final ProtoSchema schema;
  private final @Nullable Message wanted;

  /**
   * With a schema.
   *
   * @param message what the outermost layers of protobuf are; null to find out
   * @throws IllegalArgumentException in words, if there is no such message
   */
  public NamedLayers(ProtoSchema schema, @Nullable String message) {
    this.schema = schema;
    this.wanted = message == null ? null : schema.named(message);
  }

  /** The same layers, those of protobuf with names. */
  public List<Layer> named(List<Layer> layers) {
    return layers.stream().map(layer -> named(layer, "")).toList();
  }

  private Layer named(Layer layer, String around) {
    if (ProtoReading.isProto(layer)) {
      Message message = wanted == null ? message(layer, around) : wanted;
      return message == null
          ? unnamed(layer)
          : named(layer, message, layer.title() + ": " + message.name());
    }
    List<Layer> inner = layer.inner().stream().map(one -> named(one, layer.title())).toList();
    return new Layer(layer.title(), layer.offset(), layer.size(), layer.fields(), inner);
  }

  private static Layer unnamed(Layer layer) {
    String title = layer.title() + "; no message of the schema fits";
    return new Layer(title, layer.offset(), layer.size(), layer.fields(), layer.inner());
  }

  private @Nullable Message message(Layer layer, String around) {
    return schema.messages().stream()
        .filter(one -> around.endsWith(one.shortName()))
        .max(Comparator.comparingInt(one -> one.shortName().length()))
        .or(() -> bestFit(layer))
        .orElse(null);
  }

  /** The message that knows every field, and of those the one that leaves out the fewest. */
  private Optional<Message> bestFit(Layer layer) {
    return schema.messages().stream()
        .filter(one -> layer.fields().stream().allMatch(field -> fits(one, field)))
        .min(
            Comparator.comparingInt((Message one) -> one.fields().size())
                .thenComparing(Message::name));
  }

  private boolean fits(Message message, Layer.Field field) {
    ProtoSchema.Field known = message.fields().get(Integer.parseInt(field.name()));
    return known != null && ProtoReading.of(schema, message, known, field) != null;
  }

  private Layer named(Layer layer, Message message, String title) {
    List<Layer.Field> fields = layer.fields().stream().map(one -> named(one, message)).toList();
    List<Layer> inner = new ArrayList<>();
    for (Layer one : layer.inner()) {
      int number = Integer.parseInt(one.title().replaceFirst("\\D+", ""));
      ProtoSchema.Field field = message.fields().get(number);
      if (field == null) {
        inner.add(one);
        continue;
      }
      Message type = schema.message(message, field.type());
      if (type != null) {
        inner.add(named(one, type, field.name() + ": " + type.shortName()));
      }
    }
    return new Layer(title, layer.offset(), layer.size(), fields, inner);
  }

  private Layer.Field named(Layer.Field field, Message message) {
    int number = Integer.parseInt(field.name());
    ProtoSchema.Field known = message.fields().get(number);
    if (known == null) {
      return new Layer.Field(
          field.name(), field.value(), field.meaning() + ", not in the schema", field.place());
    }
    String value = ProtoReading.of(schema, message, known, field);
    String type = number + ", " + (known.repeated() ? "repeated " : "") + known.type();
    return value == null
        ? new Layer.Field(
            known.name(),
            field.value(),
            field.meaning() + "; the schema says " + type,
            field.place())
        : new Layer.Field(known.name(), value, type, field.place());
  }

  /** Names of enums' values, for {@link ProtoReading}. */
  static String nameOf(Map<Integer, String> values, long value) {
    String name = values.get((int) value);
    return name == null ? value + " (not in the schema)" : name + " (" + value + ")";
  }
}
