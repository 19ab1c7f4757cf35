package io.github.danmuhub.feed.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.feed.path.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values of messages of one sort by their paths, and which of them may be what. */
record Leaves(Map<String, JsonNode> byPath) {
  private static final int DEPTH = 6;
  private static final int MOST = 500;
  private static final List<String> NAMES =
      List.of("$.cmd", "$.type", "$.event", "$.method", "$.kind", "$.op", "$[0]");

  /** Where messages say what they are. */
  static Optional<String> name(List<JsonNode> messages) {
    return NAMES.stream()
        .filter(
            path ->
                messages.stream().filter(m -> !text(m, path).isEmpty()).count() * 2
                    > messages.size())
        .findFirst();
  }

  static String text(JsonNode message, String path) {
    return JsonPath.of(path).text(message).orElse("");
  }

  /** Those of the first few. */
  static Leaves of(List<JsonNode> messages) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    messages.stream().limit(20).forEach(message -> add(message, "$", 0, found));
    return new Leaves(found);
  }

  private static void add(JsonNode node, String path, int depth, Map<String, JsonNode> found) {
    if (depth > DEPTH || found.size() > MOST) {
      return;
    }
    if (node.isObject()) {
      node.properties()
          .forEach(one -> add(one.getValue(), path + step(one.getKey()), depth + 1, found));
    } else if (node.isArray()) {
      for (int i = 0; i < Math.min(node.size(), 4); i++) {
        add(node.get(i), path + "[" + i + "]", depth + 1, found);
      }
    } else if (!node.isNull()) {
      found.putIfAbsent(path, node);
    }
  }

  private static String step(String key) {
    boolean plain = key.matches("[\\p{L}_@][\\p{L}\\p{N}_@-]*|\\d+");
    return plain ? "." + key : "['" + key.replace("'", "") + "']";
  }

  private Optional<String> find(String name, boolean text) {
    Pattern pattern = Pattern.compile("(?i).*[.\\]'](" + name + ")(?:'\\])?");
    return byPath.entrySet().stream()
        .filter(leaf -> pattern.matcher(leaf.getKey()).matches())
        .filter(leaf -> !text || leaf.getValue().isTextual())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Optional<String> text() {
    return find("content|text|msg|message|comment|body|words|danmu", true);
  }

  Optional<String> user() {
    return find("nick|nickname|nick_name|uname|username|user_name|name|author", true);
  }

  Optional<String> userId() {
    return find("uid|user_?id|open_?id|member_?id", false);
  }

  Optional<String> id() {
    return find("msg_?id|message_?id|id|seq|uuid", false);
  }

  Optional<String> time() {
    return find("time|ts|timestamp|ctime|create_?time|created_?at|at|ms", false);
  }
}
