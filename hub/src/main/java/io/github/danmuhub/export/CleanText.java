package io.github.danmuhub.export;

/** Text from outside without what no format can carry: controls, half characters. */
final class CleanText {
  private CleanText() {}

  /** Keeps tabs and line ends; nearly always the same object. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x1f && c < 0x7f) {
        continue;
      }
      int length = lengthAt(text, i);
      if (length == 0) {
        return without(text, i);
      }
      i += length - 1;
    }
    return text;
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
    String clean = of(text);
    boolean one = clean.indexOf('\n') < 0 && clean.indexOf('\r') < 0 && clean.indexOf('\t') < 0;
    return one ? clean : clean.replaceAll("[\\t\\n\\r]+", " ");
  }
}
