package io.github.danmuhub.log.segment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.event.Numbered;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Why a line cannot be read. */
enum BadLine {
  /** Cut off, or in a damaged part of the file. */
  TORN,

  /** None: a segment that holds nothing at all. */
  EMPTY,

  /** No event of ours. */
  FOREIGN,

  /** An event of ours that tells more than this program knows. */
  NEWER;

  private static final JsonFactory JSON = new JsonFactory();
  private static final int VERSION = 1;
  private static final Set<String> ENVELOPE = Set.of("type", "platform", "room");

  /** Judges a line that {@code EventReader} refused. */
  static BadLine of(byte[] line) {
    if (line.length == 0 || line[0] != '{') {
      return FOREIGN;
    }
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      return isNewer(json) ? NEWER : FOREIGN;
    } catch (IOException e) {
      return TORN;
    }
  }

  /** Another version; or this one, with a type or a word that came later. */
  private static boolean isNewer(JsonParser json) throws IOException {
    long version = 0;
    boolean numbered = true;
    Set<String> missing = new HashSet<>(ENVELOPE);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.VALUE_NUMBER_INT && field.equals("v")) {
        version = json.getLongValue();
      } else if (value == JsonToken.VALUE_NUMBER_INT && field.equals("seq")) {
        numbered = isNumber(json);
      } else if (value == JsonToken.VALUE_STRING) {
        missing.remove(field);
      }
      json.skipChildren();
    }
    return version > VERSION || (version == VERSION && missing.isEmpty() && numbered);
  }

  /** One that somebody may have given: newer programs count no further. */
  private static boolean isNumber(JsonParser json) throws IOException {
    return json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        && Numbered.isNumber(json.getLongValue());
  }
}
