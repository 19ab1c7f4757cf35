package io.github.danmuhub.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a line of a recording keeps of the platform's message: its {@code raw}, byte for byte. */
final class RecordedMessage {
  private static final JsonFactory JSON = new JsonFactory();

  /** Of an event without one. */
  static final byte[] NONE = {};

  private RecordedMessage() {}

  /** {@link #NONE} where the event has none; null where the line is no event. */
  static byte @Nullable [] of(byte[] line) {
    try (JsonParser json = JSON.createParser(line)) {
      byte[] raw = NONE;
      boolean event = false;
      boolean in = json.nextToken() == JsonToken.START_OBJECT;
      while (in && json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        event |= field.equals("type");
        raw = json.nextToken().isStructStart() && field.equals("raw") ? value(json, line) : raw;
        json.skipChildren();
      }
      return event ? raw : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static byte[] value(JsonParser json, byte[] line) throws IOException {
    int start = (int) json.currentTokenLocation().getByteOffset();
    json.skipChildren();
    return Arrays.copyOfRange(line, start, (int) json.currentLocation().getByteOffset());
  }
}
