package io.github.danmuhub.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;

/** Where a key stands: Jackson tells only how far it had read, which is often a line further. */
final class KeyLocation {
  private static final YAMLFactory YAML = new YAMLFactory();

  private KeyLocation() {}

  /** Of the key that {@code error} names; {@code otherwise} where it names none. */
  static JsonLocation find(String yaml, JsonMappingException error, JsonLocation otherwise) {
    JsonPointer wanted = pointer(error.getPath());
    try (JsonParser parser = YAML.createParser(yaml)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME
            && parser.getParsingContext().pathAsPointer().equals(wanted)) {
          return parser.currentTokenLocation();
        }
      }
      return otherwise;
    } catch (IOException e) {
      return otherwise;
    }
  }

  private static JsonPointer pointer(List<JsonMappingException.Reference> path) {
    JsonPointer pointer = JsonPointer.empty();
    for (JsonMappingException.Reference part : path) {
      pointer =
          part.getFieldName() == null
              ? pointer.appendIndex(part.getIndex())
              : pointer.appendProperty(part.getFieldName());
    }
    return pointer;
  }
}
