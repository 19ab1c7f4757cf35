package io.github.danmuhub.feed.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What one step hands to the next: bytes, or JSON.
 *
 * @param bytes null where it is JSON; not to be changed
 * @param json null where it is bytes
 */
record Piece(byte @Nullable [] bytes, @Nullable JsonNode json) {
  static Piece of(byte[] bytes) {
    return new Piece(bytes, null);
  }

  static Piece of(JsonNode json) {
    return new Piece(null, json);
  }

  static Piece of(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return of(copy);
  }

  byte[] asBytes() {
    if (bytes == null) {
      throw new IllegalStateException("JSON where bytes are wanted: the chain was not checked");
    }
    return bytes;
  }

  JsonNode asJson() {
    if (json == null) {
      throw new IllegalStateException("bytes where JSON is wanted: the chain was not checked");
    }
    return json;
  }
}
