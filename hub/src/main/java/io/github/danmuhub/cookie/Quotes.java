package io.github.danmuhub.cookie;

/** Quotation marks, as shells, programs and tables put them around a text. */
final class Quotes {
  private static final String MARKS = "'\"`";

  private Quotes() {}

  static boolean isMark(char c) {
    return MARKS.indexOf(c) >= 0;
  }

  /** Without the marks around it, and without a comma or semicolon behind it. */
  static String off(String text) {
    String bare = text.strip().replaceFirst("[;,\\s]+$", "");
    int last = bare.length() - 1;
    boolean quoted = last > 0 && isMark(bare.charAt(0)) && bare.charAt(last) == bare.charAt(0);
    return quoted ? bare.substring(1, last).strip() : bare;
  }
}
