package io.github.danmuhub.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The strings and numbers of one flat JSON object; what else is in it does not count. */
record LineFields(Map<String, String> texts, Map<String, Double> numbers) {

  static LineFields parse(byte[] content, int offset, int size) throws MalformedException {
    try (JsonParser json = JsonSource.parse(content, offset, size)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedException("not a JSON object");
      }
      return read(json);
    } catch (JsonProcessingException e) {
      throw new MalformedException("not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new MalformedException("not JSON: " + e.getMessage());
    }
  }

  /** Reads the current object. */
  static LineFields read(JsonParser json) throws IOException {
    LineFields fields = new LineFields(new HashMap<>(), new HashMap<>());
    JsonSource.eachField(json, name -> fields.put(name, json));
    return fields;
  }

  private void put(String name, JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      texts.put(name, json.getText());
    } else if (json.currentToken().isNumeric()) {
      numbers.put(name, json.getDoubleValue());
    } else {
      json.skipChildren();
    }
  }

  String text(String name) throws MalformedException {
    String text = texts.get(name);
    if (text == null) {
      throw new MalformedException("field '" + name + "' is missing or not a string");
    }
    return text;
  }

  String text(String name, String absent) {
    return texts.getOrDefault(name, absent);
  }

  @Nullable String textOrNull(String name) {
    return texts.get(name);
  }

  long number(String name, long absent) {
    Double number = numbers.get(name);
    return number == null ? absent : Math.round(number);
  }

  int int32(String name, int absent) {
    return (int) number(name, absent);
  }
}
