package io.github.danmuhub.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.danmuhub.wire.Bounds;
import java.io.IOException;
import java.io.InputStream;

/** JSON from outside, bounded. */
final class JsonSource {
  /** Base64 of the largest HTTP body. */
  private static final int MAX_STRING = Bounds.HTTP_BODY / 3 * 4 + 4;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Bounds.JSON_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxNumberLength(100)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private JsonSource() {}

  static JsonParser parse(byte[] bytes, int offset, int size) throws IOException {
    return JSON.createParser(bytes, offset, size);
  }

  static JsonParser parse(InputStream in) throws IOException {
    return JSON.createParser(in);
  }

  /** Calls {@code field} for each field of the current object, which it must read or skip. */
  static void eachField(JsonParser json, OnField field) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      field.read(name);
    }
  }

  /** Calls {@code item} for each item of the current array, which it must read or skip. */
  static void eachItem(JsonParser json, OnItem item) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      item.read();
    }
  }

  interface OnField {
    void read(String name) throws IOException;
  }

  interface OnItem {
    void read() throws IOException;
  }
}
