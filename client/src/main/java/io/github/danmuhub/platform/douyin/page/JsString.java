package io.github.danmuhub.platform.douyin.page;

/** A JavaScript string literal in double quotes. */
final class JsString {
  private static final int HEX = 16;

  private JsString() {}

  /**
   * Appends what the literal says.
   *
   * @param at just after the opening quote
   * @return the position after the closing quote, or the end of {@code source} if there is none
   */
  static int unescape(String source, int at, StringBuilder out) {
    int i = at;
    while (i < source.length()) {
      char c = source.charAt(i++);
      if (c == '"') {
        return i;
      } else if (c != '\\') {
        out.append(c);
      } else if (i < source.length()) {
        i = escape(source, i, out);
      }
    }
    return i;
  }

  private static int escape(String source, int at, StringBuilder out) {
    char c = source.charAt(at);
    switch (c) {
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'u' -> {
        return code(source, at + 1, 4, out);
      }
      case 'x' -> {
        return code(source, at + 1, 2, out);
      }
      default -> out.append(c);
    }
    return at + 1;
  }

  /** An escape by number; one that is broken off says nothing. */
  private static int code(String source, int at, int digits, StringBuilder out) {
    int code = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = i < source.length() ? Character.digit(source.charAt(i), HEX) : -1;
      if (digit < 0) {
        return at;
      }
      code = code * HEX + digit;
    }
    out.append((char) code);
    return at + digits;
  }
}
