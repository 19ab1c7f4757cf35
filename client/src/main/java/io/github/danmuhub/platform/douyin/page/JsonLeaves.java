package io.github.danmuhub.platform.douyin.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A few leaves of a large JSON value: {@code data.data.0.id_str} → its text. Immutable. */
final class JsonLeaves {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Bounds.JSON_DEPTH)
                  .maxStringLength(Bounds.STRING)
                  .build())
          .build();

  private final Set<String> leaves;
  private final Set<String> branches = new HashSet<>();

  /** Wants these leaves; everything else is skipped. */
  JsonLeaves(String... leaves) {
    this.leaves = Set.of(leaves);
    for (String leaf : leaves) {
      for (int dot = leaf.indexOf('.'); dot >= 0; dot = leaf.indexOf('.', dot + 1)) {
        branches.add(leaf.substring(0, dot));
      }
    }
  }

  /** Reads the one object that begins at {@code from}; what follows it does not matter. */
  Map<String, String> read(String text, int from) throws MalformedException {
    Map<String, String> found = new HashMap<>();
    StringReader reader = new StringReader(text);
    try (JsonParser in = JSON.createParser(reader)) {
      reader.skip(from);
      if (in.nextToken() == JsonToken.START_OBJECT) {
        object(in, "", found);
      }
    } catch (IOException e) {
      throw new MalformedException("JSON is broken");
    }
    return found;
  }

  private void object(JsonParser in, String path, Map<String, String> found) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      value(in, path.isEmpty() ? name : path + "." + name, found);
    }
  }

  private void array(JsonParser in, String path, Map<String, String> found) throws IOException {
    for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
      value(in, path + "." + i, found);
    }
  }

  private void value(JsonParser in, String path, Map<String, String> found) throws IOException {
    JsonToken token = in.currentToken();
    if (token == null) {
      throw new IOException("JSON is cut off");
    } else if (leaves.contains(path) && token.isScalarValue()) {
      found.put(path, token == JsonToken.VALUE_NULL ? "" : in.getText());
    } else if (token == JsonToken.START_OBJECT && branches.contains(path)) {
      object(in, path, found);
    } else if (token == JsonToken.START_ARRAY && branches.contains(path)) {
      array(in, path, found);
    } else {
      in.skipChildren();
    }
  }
}
