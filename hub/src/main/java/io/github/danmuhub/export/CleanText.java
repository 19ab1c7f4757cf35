package io.github.danmuhub.export;

/** Text from outside without what no format can carry: controls, half characters. */
final class CleanText {
  private CleanText() {}

  /** Keeps tabs and line ends; nearly always the same object. */
  static String of(String text) {
    int i = ordinary(text);
    while (i < text.length()) {
      int length = lengthAt(text, i);
      if (length == 0) {
        return without(text, i);
      }
      i += length;
    }
    return text;
  }

  /** How many chars at its beginning need no second look: all of them, nearly always. */
  private static int ordinary(String text) {
    int i = 0;
    while (i < text.length() && isOrdinary(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isOrdinary(char c) {
    return (c > 0x1f && c < 0x7f) || (c > 0x9f && c < Character.MIN_SURROGATE);
  }

  private static String without(String text, int from) {
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
    int i = from;
    while (i < text.length()) {
      int length = lengthAt(text, i);
      out.append(text, i, i + length);
      i += Math.max(1, length);
    }
    return out.toString();
  }

  /** In chars, of the character at {@code i}; 0 = to be left out. */
  private static int lengthAt(String text, int i) {
    int point = text.codePointAt(i);
    if (point > 0xffff) {
      return 2;
    }
    return isBad((char) point) ? 0 : 1;
  }

  private static boolean isBad(char c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
        || (c >= 0x7f && c <= 0x9f)
        || Character.isSurrogate(c)
        || c >= 0xfffe
        || c == 0xfeff;
  }

  /** On one line. */
  static String line(String text) {
    return ordinary(text) == text.length() ? text : of(text).replaceAll("[\\t\\n\\r]+", " ");
  }
}
