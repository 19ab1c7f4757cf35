package io.github.danmuhub.text;

/** Text by the cells it takes in a terminal: CJK and emoji take two, combining marks none. */
public final class Cells {
  private static final String ELLIPSIS = "…";

  /** First and last of each range that takes two cells: Unicode's East Asian Width W and F. */
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x231a, 0x231b},
    {0x2e80, 0x303e},
    {0x3041, 0xa4cf},
    {0xa960, 0xa97f},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff},
    {0x1f900, 0x1faff},
    {0x20000, 0x3fffd}
  };

  private Cells() {}

  public static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** At most {@code cells} wide; what is cut off leaves an ellipsis. */
  public static String fit(String text, int cells) {
    if (width(text) <= cells) {
      return text;
    }
    StringBuilder fitting = new StringBuilder();
    int left = cells - 1;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      left -= width(codePoint);
      if (left < 0) {
        break;
      }
      fitting.appendCodePoint(codePoint);
      i += Character.charCount(codePoint);
    }
    return fitting + ELLIPSIS;
  }

  public static String alignRight(String text, int cells) {
    return " ".repeat(Math.max(0, cells - width(text))) + text;
  }
}
