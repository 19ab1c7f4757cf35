package io.github.danmuhub.capture;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.platform.http.Headers.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a HAR tells beside the messages: headers, and where in the page's scripts a request was
 * made. Chrome counts lines and columns from 0, and nests what set a task going below it; here that
 * follows. Both directions side by side.
 */
final class HarHandshake {
  private HarHandshake() {}

  static void writeHeaders(List<Header> headers, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("headers");
    for (Header header : headers) {
      json.writeStartObject();
      json.writeStringField("name", header.name());
      json.writeStringField("value", header.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Of each header an object, or as some tools write it, an array of two. */
  static List<Header> readHeaders(JsonParser json) throws IOException {
    List<Header> headers = new ArrayList<>();
    JsonSource.eachItem(
        json,
        () -> {
          Header header = json.currentToken() == JsonToken.START_ARRAY ? pair(json) : object(json);
          if (!header.name().isEmpty() && headers.size() < Handshake.HEADERS) {
            headers.add(header);
          }
        });
    return headers;
  }

  private static Header object(JsonParser json) throws IOException {
    LineFields fields = LineFields.read(json);
    return new Header(fields.text("name", ""), fields.text("value", ""));
  }

  private static Header pair(JsonParser json) throws IOException {
    List<String> words = new ArrayList<>();
    JsonSource.eachItem(
        json,
        () -> {
          json.skipChildren();
          if (json.currentToken() == JsonToken.VALUE_STRING && words.size() < 2) {
            words.add(json.getText());
          }
        });
    return words.size() == 2 ? new Header(words.get(0), words.get(1)) : new Header("", "");
  }

  static void writeInitiator(List<Place> stack, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("_initiator");
    json.writeStringField("type", stack.isEmpty() ? "other" : "script");
    if (!stack.isEmpty()) {
      json.writeObjectFieldStart("stack");
      json.writeArrayFieldStart("callFrames");
      for (Place place : stack) {
        writePlace(place, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writePlace(Place place, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("functionName", place.function());
    json.writeStringField("scriptId", "");
    json.writeStringField("url", place.url());
    json.writeNumberField("lineNumber", place.line() - 1);
    json.writeNumberField("columnNumber", place.column() - 1);
    json.writeEndObject();
  }

  static List<Place> readInitiator(JsonParser json) throws IOException {
    List<Place> stack = new ArrayList<>();
    JsonSource.eachField(
        json,
        name -> {
          if (name.equals("stack")) {
            readStack(json, stack);
          } else {
            json.skipChildren();
          }
        });
    return stack;
  }

  /** The parents stand behind their children's frames, and no deeper than JSON may be. */
  private static void readStack(JsonParser json, List<Place> into) throws IOException {
    JsonSource.eachField(
        json,
        name -> {
          switch (name) {
            case "callFrames" -> JsonSource.eachItem(json, () -> readPlace(json, into));
            case "parent" -> readStack(json, into);
            default -> json.skipChildren();
          }
        });
  }

  private static void readPlace(JsonParser json, List<Place> into) throws IOException {
    LineFields fields = LineFields.read(json);
    if (into.size() < Place.STACK) {
      into.add(
          new Place(
              fields.text("url", ""),
              fields.int32("lineNumber", 0) + 1,
              fields.int32("columnNumber", 0) + 1,
              fields.text("functionName", "")));
    }
  }
}
