package io.github.danmuhub.record.segment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Why a line cannot be read. */
enum BadLine {
  TORN,
  FOREIGN,
  NEWER;

  private static final JsonFactory JSON = new JsonFactory();
  private static final int VERSION = 1;

  /** Judges a line that {@code EventReader} refused. */
  static BadLine of(byte[] line) {
    if (line.length == 0 || line[0] != '{') {
      return FOREIGN;
    }
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      return version(json) > VERSION ? NEWER : FOREIGN;
    } catch (IOException e) {
      return TORN;
    }
  }

  private static long version(JsonParser json) throws IOException {
    long version = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean isVersion = json.currentName().equals("v");
      if (json.nextToken() == JsonToken.VALUE_NUMBER_INT && isVersion) {
        version = json.getLongValue();
      }
      json.skipChildren();
    }
    return version;
  }
}
