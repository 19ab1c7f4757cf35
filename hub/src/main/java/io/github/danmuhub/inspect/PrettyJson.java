package io.github.danmuhub.inspect;

import io.github.danmuhub.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON broken into lines for people, character by character as it stands: what fits on a line stays
 * on one. What is no JSON is one line. Bounded; pure.
 */
final class PrettyJson {
  /** So long may a line be that is not broken. */
  private static final int LINE = 100;

  private static final int MOST_LINES = 400;
  private static final int DEEPEST = 40;

  private final String json;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int depth;

  private PrettyJson(String json) {
    this.json = json;
  }

  /** At least one line. */
  static List<String> lines(String text, Words words) {
    String json = text.strip();
    boolean structured = json.startsWith("{") || json.startsWith("[");
    return structured && json.length() > LINE ? new PrettyJson(json).broken(words) : List.of(text);
  }

  private List<String> broken(Words words) {
    int at = 0;
    while (at < json.length() && lines.size() < MOST_LINES) {
      char c = json.charAt(at);
      if (c == '{' || c == '[') {
        at = open(at);
      } else if (c == '}' || c == ']') {
        depth = Math.max(0, depth - 1);
        flush();
        line.append("  ".repeat(Math.min(depth, DEEPEST))).append(c);
        at++;
      } else if (c == ',') {
        line.append(c);
        flush();
        at = behindBlanks(at + 1);
      } else {
        at = value(at);
      }
    }
    flush();
    if (at < json.length()) {
      lines.add(words.say("inspect.more-json", json.length() - at));
    }
    return lines;
  }

  /** A structure that fits on a line stays together. */
  private int open(int at) {
    indent();
    int end = end(at, LINE);
    if (end > 0) {
      line.append(json, at, end);
      return behindBlanks(end);
    }
    line.append(json.charAt(at));
    depth++;
    flush();
    return behindBlanks(at + 1);
  }

  /** Behind the structure that begins there; 0 where that is too far away. */
  private int end(int from, int most) {
    int open = 0;
    for (int at = from; at < Math.min(json.length(), from + most); at++) {
      char c = json.charAt(at);
      if (c == '"') {
        at = behindText(at) - 1;
      } else if (c == '{' || c == '[') {
        open++;
      } else if ((c == '}' || c == ']') && --open == 0) {
        return at + 1 - from <= most ? at + 1 : 0;
      }
    }
    return 0;
  }

  /** A text, a name with its colon, a number, a word, as they stand. */
  private int value(int at) {
    indent();
    int end = json.charAt(at) == '"' ? behindText(at) : at + 1;
    line.append(json, at, end);
    return end;
  }

  private void indent() {
    if (line.isEmpty()) {
      line.append("  ".repeat(Math.min(depth, DEEPEST)));
    }
  }

  private int behindText(int from) {
    int at = from + 1;
    while (at < json.length() && json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(json.length(), at + 1);
  }

  private int behindBlanks(int from) {
    int at = from;
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
    return at;
  }

  private void flush() {
    if (!line.isEmpty()) {
      lines.add(line.toString());
      line.setLength(0);
    }
  }
}
