package io.github.danmuhub.event;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A colour as JSON and the platforms write it, {@code #2A60B2}, and as a number, 0xRRGGBB. */
public final class HexColor {
  private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

  private HexColor() {}

  /** The number; {@link Chat#NO_COLOR} for null and for what is no such colour. */
  public static int parse(@Nullable String text) {
    try {
      return text != null && text.length() == 7 && text.charAt(0) == '#'
          ? HexFormat.fromHexDigits(text, 1, 7)
          : Chat.NO_COLOR;
    } catch (NumberFormatException e) {
      return Chat.NO_COLOR;
    }
  }

  /** Null for {@link Chat#NO_COLOR}. */
  public static @Nullable String text(int rgb) {
    if (rgb == Chat.NO_COLOR) {
      return null;
    }
    char[] text = {'#', '0', '0', '0', '0', '0', '0'};
    for (int i = 0; i < 6; i++) {
      text[6 - i] = DIGITS[(rgb >> (4 * i)) & 0xf];
    }
    return new String(text);
  }
}
