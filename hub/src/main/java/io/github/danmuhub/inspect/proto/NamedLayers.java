package io.github.danmuhub.inspect.proto;

import io.github.danmuhub.inspect.proto.ProtoSchema.Message;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
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
    if (layer.message().size() > 0) {
      TypedMessage bytes = new TypedMessage(schema, ByteBuffer.wrap(layer.message().toBytes()));
      Message message = wanted == null ? message(bytes, around) : wanted;
      return message == null ? unnamed(layer) : named(layer, bytes, message);
    }
    List<Layer> inner = layer.inner().stream().map(one -> named(one, layer.title())).toList();
    return new Layer(layer.title(), layer.offset(), layer.size(), layer.fields(), inner);
  }

  private static Layer unnamed(Layer layer) {
    String title = layer.title() + "; no message of the schema fits";
    return new Layer(title, layer.offset(), layer.size(), layer.fields(), layer.inner());
  }

  private static Layer named(Layer layer, TypedMessage bytes, Message message) {
    try {
      Layer typed = bytes.layer(layer.title() + ": " + message.name(), message);
      return new Layer(
          typed.title(), 0, typed.size(), typed.fields(), typed.inner(), layer.message());
    } catch (MalformedException noProtobuf) {
      return layer;
    }
  }

  private @Nullable Message message(TypedMessage bytes, String around) {
    return schema.messages().stream()
        .filter(one -> around.endsWith(one.shortName()))
        .max(Comparator.comparingInt(one -> one.shortName().length()))
        .or(() -> bestFit(bytes))
        .orElse(null);
  }

  /** The message that knows every field, and of those the one that leaves out the fewest. */
  private Optional<Message> bestFit(TypedMessage bytes) {
    return schema.messages().stream()
        .filter(bytes::fits)
        .min(
            Comparator.comparingInt((Message one) -> one.fields().size())
                .thenComparing(Message::name));
  }
}
