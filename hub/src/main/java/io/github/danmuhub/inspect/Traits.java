package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.wire.Bounds;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One message's shape: what it is called, and each of its fields with its type. Of JSON those are
 * paths, elements of lists as {@code []}; of protobuf and TARS numbers, or a schema's names.
 *
 * @param fields path → type
 */
record Traits(String command, Map<String, String> fields) {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(Bounds.JSON_DEPTH).build())
          .build();

  private static final int MOST_FIELDS = 2_000;

  /** Where JSON messages say what they are. */
  private static final List<String> NAMES = List.of("cmd", "type", "event", "method", "ch", "op");

  /** The names of all messages in a layer. */
  static List<String> commands(Layer layer) {
    return of(layer).stream().map(Traits::command).toList();
  }

  /** Those of all messages in a layer. */
  static List<Traits> of(Layer layer) {
    List<Traits> found = new ArrayList<>();
    collect(layer.title().replaceFirst(".*: ", ""), layer, found);
    return found;
  }

  private static void collect(String name, Layer layer, List<Traits> found) {
    if (layer.title().equals("payload") || layer.message().size() > 0 || isNumbered(layer)) {
      Map<String, String> fields = new TreeMap<>();
      members(layer, "", fields);
      found.add(new Traits(name, fields));
      return;
    }
    for (Layer.Field field : layer.fields()) {
      String text = field.value().strip();
      if (text.startsWith("{") || text.startsWith("[")) {
        json(text, layer.title(), found);
      }
    }
    layer.inner().forEach(inner -> collect(layer.title(), inner, found));
  }

  private static boolean isNumbered(Layer layer) {
    return !layer.fields().isEmpty()
        && layer.fields().stream().allMatch(field -> field.name().matches("\\d{1,9}"));
  }

  private static void members(Layer layer, String path, Map<String, String> fields) {
    for (Layer.Field field : layer.fields()) {
      if (fields.size() < MOST_FIELDS) {
        fields.merge(path + field.name(), type(field), (a, b) -> a.equals(b) ? a : a + " or " + b);
      }
    }
    for (Layer inner : layer.inner()) {
      String name = inner.title().replaceFirst(": .*|^\\D+(?=\\d+$)", "");
      members(inner, path + name + ".", fields);
    }
  }

  /** What a schema says ({@code 5, repeated sint32}), else what the wire holds. */
  private static String type(Layer.Field field) {
    if (field.meaning().matches("\\d+, .*")) {
      return field.meaning().replaceFirst("\\d+, ", "");
    }
    return field.value().equals("(message)")
        ? "message"
        : field.meaning().replaceFirst("(?s)[,;].*", "");
  }

  private static void json(String text, String otherwise, List<Traits> found) {
    try (JsonParser json = JSON.createParser(text.getBytes(UTF_8))) {
      Map<String, String> fields = new TreeMap<>();
      Map<String, String> names = new TreeMap<>();
      read(json, fields, names);
      String name =
          NAMES.stream().filter(names::containsKey).map(names::get).findFirst().orElse(otherwise);
      found.add(new Traits(name, fields));
    } catch (IOException noJson) {
      // shown as it is, but it has no shape
    }
  }

  private static void read(JsonParser json, Map<String, String> fields, Map<String, String> names)
      throws IOException {
    Deque<String> around = new ArrayDeque<>();
    String key = "";
    while (json.nextToken() != null) {
      String path = String.join("", around) + key;
      switch (json.currentToken()) {
        case FIELD_NAME -> key = (around.size() > 1 ? "." : "") + json.currentName();
        case START_OBJECT -> {
          put(fields, path, "object");
          around.addLast(key);
          key = "";
        }
        case START_ARRAY -> {
          put(fields, path, "list");
          around.addLast(key);
          key = "[]";
        }
        case END_OBJECT, END_ARRAY -> {
          around.removeLast();
          key = json.getParsingContext().inArray() ? "[]" : "";
        }
        default -> value(json, path, fields, names);
      }
    }
  }

  private static void value(
      JsonParser json, String path, Map<String, String> fields, Map<String, String> names)
      throws IOException {
    JsonToken token = json.currentToken();
    if (NAMES.contains(path) && token == JsonToken.VALUE_STRING) {
      names.put(path, json.getText());
    }
    if (token != JsonToken.VALUE_NULL) {
      String type = token.isNumeric() ? "number" : token.isBoolean() ? "true or false" : "text";
      put(fields, path, type);
    }
  }

  private static void put(Map<String, String> fields, String path, String type) {
    if (!path.isEmpty() && fields.size() < MOST_FIELDS) {
      fields.merge(path, type, (a, b) -> a.contains(b) ? a : a + " or " + b);
    }
  }
}
