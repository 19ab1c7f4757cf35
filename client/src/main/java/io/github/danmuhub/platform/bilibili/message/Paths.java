package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.JsonCursor;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of a message that are wanted, by where they stand: {@code data.list.msg}. A path leads
 * through arrays to every element; what stands in several of them is joined.
 */
final class Paths {
  private final Map<String, String> separators;
  private final Set<String> ways = new HashSet<>();

  /**
   * @param separators of each path: what its values are joined with
   */
  Paths(Map<String, String> separators) {
    this.separators = Map.copyOf(separators);
    for (String path : separators.keySet()) {
      for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
        ways.add(path.substring(0, dot));
      }
    }
  }

  /** Reads the whole message: the texts and the digits that stand there, without empty ones. */
  Map<String, String> read(Message message) throws IOException {
    Map<String, String> found = new HashMap<>();
    message.fields((field, in) -> value(field, in, found));
    return found;
  }

  private void value(String path, JsonCursor in, Map<String, String> found) throws IOException {
    String separator = separators.get(path);
    if (separator == null && !ways.contains(path)) {
      return;
    }
    if (in.array()) {
      in.elements((i, element) -> value(path, element, found));
    } else if (separator != null) {
      add(path, in.words(), separator, found);
    } else {
      in.fields((field, inner) -> value(path + "." + field, inner, found));
    }
  }

  private static void add(
      String path, @Nullable String words, String separator, Map<String, String> found) {
    if (words != null) {
      found.merge(path, words, (all, more) -> joined(all, separator, more));
    }
  }

  private static String joined(String all, String separator, String more) {
    return all.length() + more.length() > Bounds.STRING ? all : all + separator + more;
  }
}
