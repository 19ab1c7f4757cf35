package io.github.danmuhub.feed.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in JSON: {@code $.a.b[0]['c'][*]}, of JSONPath what a site's description needs.
 * Immutable.
 */
public final class JsonPath {
  /** The value itself. */
  public static final JsonPath ROOT = new JsonPath("$", List.of());

  private static final Pattern STEP =
      Pattern.compile(
          "\\.([\\p{L}_@][\\p{L}\\p{N}_@-]*|\\d+)|\\[(\\d{1,4}|\\*)\\]|\\['([^']*)'\\]");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String text;
  private final List<Step> steps;

  /** A key, an index, or ({@link #EACH}) every element. */
  private record Step(@Nullable String key, int index) {
    private static final int EACH = -1;

    JsonNode of(JsonNode in) {
      JsonNode found = key == null ? in.get(index) : in.get(key);
      return found == null ? MissingNode.getInstance() : found;
    }
  }

  private JsonPath(String text, List<Step> steps) {
    this.text = text;
    this.steps = List.copyOf(steps);
  }

  /** Whether a text is meant as a path. */
  public static boolean isPath(String text) {
    return text.equals("$") || text.startsWith("$.") || text.startsWith("$[");
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException in words
   */
  public static JsonPath of(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    int at = isPath(text) ? 1 : 0;
    while (at > 0 && at < text.length() && step.region(at, text.length()).lookingAt()) {
      steps.add(step(step));
      at = step.end();
    }
    if (at != text.length()) {
      throw new UsageException(Phrase.of("feed.path", text, text.substring(at)));
    }
    return new JsonPath(text, steps);
  }

  private static Step step(Matcher step) {
    if (step.group(2) != null) {
      return step.group(2).equals("*")
          ? new Step(null, Step.EACH)
          : new Step(null, Integer.parseInt(step.group(2)));
    }
    return new Step(step.group(1) == null ? step.group(3) : step.group(1), 0);
  }

  /** All that stands there, in order. */
  public List<JsonNode> all(JsonNode in) {
    List<JsonNode> found = List.of(in);
    for (Step step : steps) {
      List<JsonNode> next = new ArrayList<>();
      found.forEach(node -> next.addAll(step(node, step)));
      found = next;
    }
    return found;
  }

  private static List<JsonNode> step(JsonNode in, Step step) {
    List<JsonNode> found = new ArrayList<>();
    if (step.index() == Step.EACH) {
      in.forEach(found::add);
    } else if (!step.of(in).isMissingNode()) {
      found.add(step.of(in));
    }
    return found;
  }

  /** Whether there is such a place, be it a list without elements. */
  public boolean hasPlace(JsonNode in) {
    int last = steps.size();
    while (last > 0 && steps.get(last - 1).index() == Step.EACH) {
      last--;
    }
    return !new JsonPath(text, steps.subList(0, last)).all(in).isEmpty();
  }

  /** The first that stands there; JSON's null is nothing. */
  public Optional<JsonNode> first(JsonNode in) {
    return all(in).stream().filter(node -> !node.isNull()).findFirst();
  }

  /** The first that stands there, as text, where it is a text, a number or true or false. */
  public Optional<String> text(JsonNode in) {
    return all(in).stream()
        .filter(JsonNode::isValueNode)
        .filter(n -> !n.isNull())
        .findFirst()
        .map(JsonNode::asText);
  }

  /** Puts a value there: the other direction. {@code [*]} is the next element. */
  public JsonNode put(@Nullable JsonNode root, JsonNode value) {
    return put(root, 0, value);
  }

  private JsonNode put(@Nullable JsonNode in, int depth, JsonNode value) {
    if (depth == steps.size()) {
      return value;
    }
    Step step = steps.get(depth);
    if (step.key() != null) {
      ObjectNode object = in instanceof ObjectNode there ? there : JSON.objectNode();
      object.set(step.key(), put(object.get(step.key()), depth + 1, value));
      return object;
    }
    ArrayNode array = in instanceof ArrayNode there ? there : JSON.arrayNode();
    int index = step.index() == Step.EACH ? array.size() : step.index();
    while (array.size() <= index) {
      array.addNull();
    }
    array.set(index, put(array.get(index), depth + 1, value));
    return array;
  }

  @Override
  public String toString() {
    return text;
  }
}
