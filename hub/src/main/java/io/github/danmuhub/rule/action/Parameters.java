package io.github.danmuhub.rule.action;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an action is told, by name: each of the {@link Parameter.Type} that its kind asks for.
 * Immutable. Who asks for a parameter that is not there gets null, or the value to use otherwise;
 * that required ones are there was seen to before.
 */
public final class Parameters {
  public static final Parameters NONE = new Parameters(Map.of());

  private final Map<String, Object> values;

  /**
   * Of these values.
   *
   * @param values texts, {@code Long}, {@code Boolean}, {@code Duration}, {@code List} of texts and
   *     {@code Map} of texts
   */
  public Parameters(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public @Nullable String text(String name) {
    return (String) values.get(name);
  }

  public String text(String name, String otherwise) {
    return (String) values.getOrDefault(name, otherwise);
  }

  public long whole(String name, long otherwise) {
    return (Long) values.getOrDefault(name, otherwise);
  }

  public boolean flag(String name, boolean otherwise) {
    return (Boolean) values.getOrDefault(name, otherwise);
  }

  public @Nullable Duration duration(String name) {
    return (Duration) values.get(name);
  }

  public Duration duration(String name, Duration otherwise) {
    return (Duration) values.getOrDefault(name, otherwise);
  }

  /** Empty where there is none. */
  @SuppressWarnings("unchecked") // the type says so
  public List<String> texts(String name) {
    return (List<String>) values.getOrDefault(name, List.of());
  }

  /** Empty where there is none; in the order of the rule. */
  @SuppressWarnings("unchecked") // the type says so
  public Map<String, String> fields(String name) {
    return (Map<String, String>) values.getOrDefault(name, Map.of());
  }

  /** For an audit log; durations in milliseconds. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    values.forEach((name, value) -> put(json, name, value));
    return json;
  }

  private static void put(ObjectNode json, String name, Object value) {
    if (value instanceof Long whole) {
      json.put(name, whole);
    } else if (value instanceof Boolean flag) {
      json.put(name, flag);
    } else if (value instanceof Duration duration) {
      json.put(name + "_ms", duration.toMillis());
    } else if (value instanceof List<?> texts) {
      ArrayNode array = json.putArray(name);
      texts.forEach(text -> array.add(String.valueOf(text)));
    } else if (value instanceof Map<?, ?> fields) {
      ObjectNode object = json.putObject(name);
      fields.forEach((key, text) -> object.put(String.valueOf(key), String.valueOf(text)));
    } else {
      json.put(name, String.valueOf(value));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Parameters parameters && values.equals(parameters.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
