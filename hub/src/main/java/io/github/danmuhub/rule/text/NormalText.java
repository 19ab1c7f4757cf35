package io.github.danmuhub.rule.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text in the one form in which it is compared: its first {@value #CODE_POINTS} code points in NFKC
 * (full-width forms become narrow), without what has no width, in small letters, trimmed. Words of
 * rules and texts of viewers both go through it.
 */
public final class NormalText {
  /** Rules see no more of a text. */
  public static final int CODE_POINTS = 500;

  private NormalText() {}

  public static String of(String text) {
    return folded(cleaned(text));
  }

  /** The same, with its letters as they were: what patterns see. */
  public static String cleaned(String text) {
    String head = head(text);
    return isPlain(head) ? head.strip() : strip(Normalizer.normalize(head, Normalizer.Form.NFKC));
  }

  /** Of a {@linkplain #cleaned cleaned} text. */
  public static String folded(String cleaned) {
    return cleaned.toLowerCase(Locale.ROOT);
  }

  /** The first code points. */
  public static String head(String text) {
    return text.length() <= CODE_POINTS || text.codePointCount(0, text.length()) <= CODE_POINTS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, CODE_POINTS));
  }

  /** Most chat: nothing that has another form, or no width. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = c >= ' ' && c < 0x7f;
      boolean han = c >= 0x4e00 && c <= 0x9fff;
      if (!ascii && !han) {
        return false;
      }
    }
    return true;
  }

  private static String strip(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(NormalText::isSeen).forEach(kept::appendCodePoint);
    String head = head(kept.toString());
    return head.strip();
  }

  /** Format characters (zero-width, direction, BOM), variation selectors and fillers are not. */
  private static boolean isSeen(int c) {
    boolean selector = (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
    boolean filler = c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0x034f;
    int type = Character.getType(c);
    return type != Character.FORMAT && type != Character.CONTROL && !selector && !filler;
  }
}
