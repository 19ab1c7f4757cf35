package io.github.danmuhub.rpc.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a function is called with.
 *
 * @param json any JSON; null of JSON for nothing
 * @param bytes instead of it; null: there are none
 */
public record Argument(JsonNode json, @Nullable Buffer bytes) {
  /** Nothing. */
  public static final Argument NONE = new Argument(NullNode.instance, null);

  /** JSON. */
  public static Argument of(JsonNode json) {
    return new Argument(json, null);
  }

  /** Bytes. */
  public static Argument of(Buffer bytes) {
    return new Argument(NullNode.instance, bytes);
  }
}
