package io.github.danmuhub.export;

import java.util.ArrayList;
import java.util.List;

/** Text as ASS shows it, whatever its writer meant it to do. */
final class AssText {
  private static final char ZERO_WIDTH = '\u200b';

  private AssText() {}

  /** Of a clean line: braces would start commands, a backslash a break. */
  static String escaped(String line) {
    if (isPlain(line)) {
      return line;
    }
    StringBuilder out = new StringBuilder(line.length() + 8);
    for (int i = 0; i < line.length(); i++) {
      append(line.charAt(i), out);
    }
    return out.toString();
  }

  private static boolean isPlain(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' || c == '{' || c == '}' || c == ' ') {
        return false;
      }
    }
    return true;
  }

  private static void append(char c, StringBuilder out) {
    switch (c) {
      case '{' -> out.append("\\{");
      case '}' -> out.append("\\}");
      case '\\' -> out.append('\\').append(ZERO_WIDTH);
      case ' ' -> out.append("\\h");
      default -> out.append(c);
    }
  }

  /** Cut into lines of at most {@code width} characters, at most {@code lines} of them. */
  static List<String> wrapped(String text, int width, int lines) {
    String line = CleanText.line(text);
    List<String> out = new ArrayList<>();
    int from = 0;
    while (from < line.length() && out.size() < lines) {
      int left = line.codePointCount(from, line.length());
      int to = line.offsetByCodePoints(from, Math.min(width, left));
      boolean cut = out.size() == lines - 1 && to < line.length();
      out.add(escaped(line.substring(from, to)) + (cut ? "…" : ""));
      from = to;
    }
    return out;
  }
}
