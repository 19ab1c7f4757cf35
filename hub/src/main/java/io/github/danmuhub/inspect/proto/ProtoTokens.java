package io.github.danmuhub.inspect.proto;

import io.github.danmuhub.wire.MalformedException;

/** The words of a {@code .proto} file, without its comments. Not thread-safe. */
final class ProtoTokens {
  private final String text;
  private int at;
  private int line = 1;
  private String word = "";

  ProtoTokens(String text) throws MalformedException {
    this.text = text;
    next();
  }

  /** The word that is to be read now; empty at the end of the file. */
  String word() {
    return word;
  }

  boolean is(String wanted) {
    return word.equals(wanted);
  }

  /** The word, and goes on to the next one. */
  String take() throws MalformedException {
    String taken = word;
    next();
    return taken;
  }

  /** Takes it where it comes. */
  boolean takes(String wanted) throws MalformedException {
    boolean there = is(wanted);
    if (there) {
      next();
    }
    return there;
  }

  void expect(String wanted) throws MalformedException {
    if (!takes(wanted)) {
      throw broken("'" + wanted + "' is missing before '" + word + "'");
    }
  }

  int number() throws MalformedException {
    String digits = takes("-") ? "-" + take() : take();
    try {
      return Integer.decode(digits);
    } catch (NumberFormatException e) {
      throw broken("a number is missing at '" + digits + "'");
    }
  }

  MalformedException broken(String why) {
    return new MalformedException("line " + line + ": " + why);
  }

  /** To behind the end of a statement, or of the body that it has: a value in braces is none. */
  void skipStatement() throws MalformedException {
    int depth = 0;
    boolean value = false;
    while (!word.isEmpty()) {
      String one = take();
      depth += "{[".contains(one) ? 1 : "}]".contains(one) ? -1 : 0;
      value |= depth == 0 && one.equals("=");
      if (depth <= 0 && (one.equals(";") || (one.equals("}") && !value))) {
        return;
      }
    }
  }

  private void next() throws MalformedException {
    skipBlanks();
    int from = at;
    if (at == text.length()) {
      word = "";
      return;
    }
    char c = text.charAt(at++);
    if (c == '"' || c == '\'') {
      string(c);
    } else if (isName(c)) {
      while (at < text.length() && isName(text.charAt(at))) {
        at++;
      }
    }
    word = text.substring(from, at);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '+';
  }

  private void string(char quote) throws MalformedException {
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    if (at > text.length()) {
      throw broken("a text does not end");
    }
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        at = behind("\n", at) - 1;
      } else if (text.startsWith("/*", at)) {
        int end = behind("*/", at + 2);
        line += (int) text.substring(at, end).chars().filter(c -> c == '\n').count();
        at = end;
      } else if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\ufeff') {
        line += text.charAt(at++) == '\n' ? 1 : 0;
      } else {
        return;
      }
    }
  }

  private int behind(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }
}
