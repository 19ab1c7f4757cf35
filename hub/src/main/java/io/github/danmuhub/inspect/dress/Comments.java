package io.github.danmuhub.inspect.dress;

/** Source text without its comments, of C's kind. */
final class Comments {
  private Comments() {}

  static String removed(String text) {
    if (text.indexOf('/') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("/*", at)) {
        at = behind(text, "*/", at + 2);
        out.append(' ');
      } else if (text.startsWith("//", at)) {
        at = behind(text, "\n", at + 2);
        out.append('\n');
      } else {
        out.append(text.charAt(at++));
      }
    }
    return out.toString();
  }

  private static int behind(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }
}
