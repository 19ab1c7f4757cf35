package io.github.danmuhub.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a key stands: Jackson tells only how far it had read, which is often a line further. */
final class KeyLocation {
  private static final YAMLFactory YAML = new YAMLFactory();

  private KeyLocation() {}

  /** Of the key, or element of a list, at the end of {@code path}; {@code otherwise} for none. */
  static @Nullable JsonLocation find(
      String yaml, List<String> path, @Nullable JsonLocation otherwise) {
    JsonPointer wanted = pointer(path);
    try (JsonParser parser = YAML.createParser(yaml)) {
      while (parser.nextToken() != null) {
        if (parser.getParsingContext().pathAsPointer().equals(wanted)) {
          return parser.currentTokenLocation();
        }
      }
      return otherwise;
    } catch (IOException e) {
      return otherwise;
    }
  }

  private static JsonPointer pointer(List<String> path) {
    JsonPointer pointer = JsonPointer.empty();
    for (String part : path) {
      pointer = pointer.appendProperty(part);
    }
    return pointer;
  }
}
