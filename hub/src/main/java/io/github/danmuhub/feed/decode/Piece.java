package io.github.danmuhub.feed.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What one step hands to the next: bytes, or JSON. The bytes are not to be changed. */
final class Piece {
  private final byte @Nullable [] bytes;
  private final @Nullable JsonNode json;

  private Piece(byte @Nullable [] bytes, @Nullable JsonNode json) {
    this.bytes = bytes;
    this.json = json;
  }

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
