package io.github.danmuhub.rpc.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a function is called with.
 *
 * @param json any JSON; null of JSON for nothing
 * @param text how the caller wrote it, for pages that take text; null: as JSON
 * @param bytes instead of it; null: there are none
 */
public record Argument(JsonNode json, @Nullable String text, @Nullable Buffer bytes) {
  /** Nothing. */
  public static final Argument NONE = new Argument(NullNode.instance, null, null);

  /** JSON. */
  public static Argument of(JsonNode json) {
    return new Argument(json, null, null);
  }

  /** Text that is JSON where it can be read so, else a string. */
  public static Argument written(String text) {
    try {
      return new Argument(CallJson.read(text), text, null);
    } catch (JsonProcessingException e) {
      return new Argument(TextNode.valueOf(text), text, null);
    }
  }

  /** As text: what the caller wrote, a string as it is, nothing for nothing, else JSON. */
  public String asText() {
    return text != null
        ? text
        : json.isTextual() ? json.textValue() : json.isNull() ? "" : json.toString();
  }

  /** Bytes. */
  public static Argument of(Buffer bytes) {
    return new Argument(NullNode.instance, null, bytes);
  }
}
