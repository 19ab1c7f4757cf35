package io.github.danmuhub.text;

/** Text of strangers, made safe for a terminal: no escape sequences, no line breaks. */
public final class Printable {
  private Printable() {}

  /**
   * Control, format and bidirectional-override characters become visible as {@code U+2400 + c} or
   * □.
   */
  public static String line(String text) {
    if (text.codePoints().noneMatch(Printable::isUnsafe)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> safe.appendCodePoint(isUnsafe(c) ? visible(c) : c));
    return safe.toString();
  }

  private static boolean isUnsafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.SURROGATE -> true;
      case Character.FORMAT -> c != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }

  private static int visible(int c) {
    return c < 0x20 ? 0x2400 + c : '\u25a1';
  }

  /** Holds composed emoji together. */
  private static final int ZERO_WIDTH_JOINER = 0x200d;
}
