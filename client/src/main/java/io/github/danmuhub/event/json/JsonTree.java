package io.github.danmuhub.event.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.event.Raw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event's JSON as values in any order of fields: String, Long, Double, Boolean, List and {@link
 * FieldReader}. Null counts as absent. What stands under {@code raw} at the top is kept as it was
 * written.
 */
final class JsonTree {
  private final JsonParser json;
  private final byte[] utf8;
  private int depth;

  JsonTree(JsonParser json, byte[] utf8) {
    this.json = json;
    this.utf8 = utf8;
  }

  /** The current token must be the start of the object. */
  FieldReader object() throws IOException {
    depth++;
    Map<String, Object> fields = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      Object value = depth == 1 && name.equals("raw") ? verbatim() : value();
      if (value != null) {
        fields.put(name, value);
      }
    }
    depth--;
    return new FieldReader(fields);
  }

  private @Nullable Object value() throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** A number beyond 64 bits is kept as what no field asks for. */
  private Object integer() throws IOException {
    return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? (Object) json.getDoubleValue()
        : (Object) json.getLongValue();
  }

  private List<Object> array() throws IOException {
    List<Object> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Object item = value();
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private Raw verbatim() throws IOException {
    int start = (int) json.currentTokenLocation().getByteOffset();
    json.skipChildren();
    json.finishToken();
    int end = (int) json.currentLocation().getByteOffset();
    return Raw.json(Arrays.copyOfRange(utf8, start, end));
  }
}
