package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;

/** A text's pattern, such as {@code {0:user} 送给 {1} {2}个}, and the pieces that it names. */
final class TextPattern {
  private static final int LENGTH = Bounds.STRING;

  private TextPattern() {}

  /** The pattern with the pieces in their places; the pieces in a row where it is empty. */
  static String fill(String pattern, List<DisplayText.Piece> pieces) throws MalformedException {
    StringBuilder out = new StringBuilder();
    if (pattern.isEmpty()) {
      for (DisplayText.Piece piece : pieces) {
        append(out, piece.text());
      }
      return out.toString();
    }
    int at = 0;
    while (at < pattern.length()) {
      int open = pattern.indexOf('{', at);
      int close = open < 0 ? -1 : pattern.indexOf('}', open);
      if (close < 0) {
        append(out, pattern.substring(at));
        break;
      }
      append(out, pattern.substring(at, open));
      append(out, placeholder(pattern.substring(open + 1, close), pieces));
      at = close + 1;
    }
    return out.toString();
  }

  /** {@code 0} or {@code 0:user}; what is not of that form stays as it is. */
  private static String placeholder(String inside, List<DisplayText.Piece> pieces) {
    int colon = inside.indexOf(':');
    String digits = colon < 0 ? inside : inside.substring(0, colon);
    if (digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(TextPattern::isDigit)) {
      return "{" + inside + "}";
    }
    int index = Integer.parseInt(digits);
    return index < pieces.size() ? pieces.get(index).text() : "";
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** A short pattern may name one long piece again and again. */
  private static void append(StringBuilder out, String part) throws MalformedException {
    if (part.length() > LENGTH - out.length()) {
      throw new MalformedException("text is longer than " + LENGTH + " characters");
    }
    out.append(part);
  }
}
