package io.github.danmuhub.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.event.Raw;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What recorders keep of a platform's message: one field of it, as it was received. */
final class RawData {
  private static final JsonFactory JSON = new JsonFactory();

  private RawData() {}

  /**
   * The list or object that is called {@code field}, byte for byte; null where the message has
   * none.
   */
  static @Nullable String of(Raw raw, String field) {
    if (!raw.isJson()) {
      return null;
    }
    byte[] utf8 = raw.toBytes();
    try (JsonParser json = JSON.createParser(utf8)) {
      return isAt(json, field) ? verbatim(json, utf8) : null;
    } catch (IOException e) {
      return null; // whoever wrote the recording, it was no JSON
    }
  }

  private static boolean isAt(JsonParser json, String field) throws IOException {
    boolean in = json.nextToken() == JsonToken.START_OBJECT;
    while (in && json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = json.currentName().equals(field);
      boolean whole = json.nextToken().isStructStart();
      if (found) {
        return whole;
      }
      json.skipChildren();
    }
    return false;
  }

  private static String verbatim(JsonParser json, byte[] utf8) throws IOException {
    int start = (int) json.currentTokenLocation().getByteOffset();
    json.skipChildren();
    int end = (int) json.currentLocation().getByteOffset();
    return new String(utf8, start, end - start, UTF_8);
  }
}
