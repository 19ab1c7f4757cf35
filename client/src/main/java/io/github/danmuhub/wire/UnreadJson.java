package io.github.danmuhub.wire;

/**
 * Passes unread JSON, as platforms write it: without white space, its numbers whole. It is strict,
 * so that a broken message is not taken for a good one, only that UTF-8 is not checked; what it
 * does not know it calls unusual, and a real parser has to look at it.
 *
 * <p>Everything here takes the bytes, where to begin and where the message ends, and gives where
 * the value has ended, or {@link #UNUSUAL}.
 */
final class UnreadJson {
  /** Larger than every index: what follows something unusual is unusual too. */
  static final int UNUSUAL = Integer.MAX_VALUE;

  /** Numbers with more digits are left to the parser, which bounds them. */
  private static final int DIGITS = 20;

  private UnreadJson() {}

  /**
   * From what follows the opening brace.
   *
   * @param room how many levels may lie inside
   */
  static int object(byte[] json, int from, int end, int room) {
    if (at(json, from, end) == '}') {
      return from + 1;
    }
    for (int at = from; ; at++) {
      if (at(json, at, end) != '"') {
        return UNUSUAL;
      }
      at = string(json, at + 1, end);
      if (at(json, at, end) != ':') {
        return UNUSUAL;
      }
      at = value(json, at + 1, end, room);
      int next = at(json, at, end);
      if (next != ',') {
        return next == '}' ? at + 1 : UNUSUAL;
      }
    }
  }

  /** From what follows the opening bracket, as {@link #object}. */
  static int array(byte[] json, int from, int end, int room) {
    if (at(json, from, end) == ']') {
      return from + 1;
    }
    for (int at = from; ; at++) {
      at = value(json, at, end, room);
      int next = at(json, at, end);
      if (next != ',') {
        return next == ']' ? at + 1 : UNUSUAL;
      }
    }
  }

  /** From its first byte. */
  static int value(byte[] json, int at, int end, int room) {
    return switch (at(json, at, end)) {
      case '"' -> string(json, at + 1, end);
      case '{' -> room == 0 ? UNUSUAL : object(json, at + 1, end, room - 1);
      case '[' -> room == 0 ? UNUSUAL : array(json, at + 1, end, room - 1);
      case 't' -> word("true", json, at, end);
      case 'f' -> word("false", json, at, end);
      case 'n' -> word("null", json, at, end);
      case '-' -> digits(json, at + 1, end);
      default -> digits(json, at, end);
    };
  }

  /** From what follows the opening quote. */
  static int string(byte[] json, int from, int end) {
    int at = PlainRun.end(json, from, end);
    while (at(json, at, end) == '\\') {
      at = PlainRun.end(json, escape(json, at + 1, end), end);
    }
    return at(json, at, end) == '"' ? at + 1 : UNUSUAL;
  }

  /** From what follows the backslash. */
  private static int escape(byte[] json, int at, int end) {
    return switch (at(json, at, end)) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
      case 'u' -> hex(json, at + 1, end) ? at + 5 : UNUSUAL;
      default -> UNUSUAL;
    };
  }

  private static boolean hex(byte[] json, int from, int end) {
    for (int at = from; at < from + 4; at++) {
      if (Character.digit(at(json, at, end), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int word(String word, byte[] json, int from, int end) {
    for (int i = 1; i < word.length(); i++) {
      if (at(json, from + i, end) != word.charAt(i)) {
        return UNUSUAL;
      }
    }
    return from + word.length();
  }

  private static int digits(byte[] json, int from, int end) {
    int at = from;
    while (at < end && json[at] >= '0' && json[at] <= '9') {
      at++;
    }
    int count = at - from;
    boolean whole = count == 1 || (count > 1 && count < DIGITS && json[from] != '0');
    return whole ? at : UNUSUAL;
  }

  /** The byte there; 0 beyond the end. */
  static int at(byte[] json, int at, int end) {
    return at < end ? json[at] : 0;
  }
}
