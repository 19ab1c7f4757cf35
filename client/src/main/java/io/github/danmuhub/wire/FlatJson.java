package io.github.danmuhub.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Small JSON bodies, such as the answer of a lookup, as paths: the port in {@code
 * {"data":{"host_list":[{"port":2243}]}}} is {@code data.host_list.0.port}.
 */
public final class FlatJson {
  private static final int FIELDS = 10_000;

  /** Makes parsers and generators within our bounds. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Bounds.JSON_DEPTH)
                  .maxStringLength(Bounds.STRING)
                  .build())
          .build();

  private FlatJson() {}

  /** Path → text of every string, number and boolean, in their order; null is left out. */
  public static Map<String, String> read(byte[] json) throws MalformedException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser in = FACTORY.createParser(json)) {
      if (in.nextToken() == null) {
        throw new MalformedException("JSON is empty");
      }
      value(in, "", fields);
      if (in.nextToken() != null) {
        throw new MalformedException("JSON is followed by more");
      }
    } catch (IOException e) {
      throw new MalformedException("JSON is broken or cut off");
    }
    return fields;
  }

  private static void value(JsonParser in, String path, Map<String, String> fields)
      throws IOException, MalformedException {
    if (fields.size() > FIELDS) {
      throw new MalformedException("JSON has more than " + FIELDS + " fields");
    }
    switch (in.currentToken()) {
      case START_OBJECT -> object(in, path, fields);
      case START_ARRAY -> array(in, path, fields);
      case VALUE_NULL -> {}
      default -> fields.put(path, in.getText());
    }
  }

  private static void object(JsonParser in, String path, Map<String, String> fields)
      throws IOException, MalformedException {
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      value(in, child(path, name), fields);
    }
  }

  private static void array(JsonParser in, String path, Map<String, String> fields)
      throws IOException, MalformedException {
    for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
      value(in, child(path, Integer.toString(i)), fields);
    }
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
