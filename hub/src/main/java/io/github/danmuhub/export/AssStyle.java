package io.github.danmuhub.export;

/**
 * How subtitles look.
 *
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param font the family's name
 * @param size of the font, and height of a lane, in pixels
 * @param area the part of the height that scrolling lines may use, above 0 up to 1
 * @param lanes at most so many scrolling lanes; 0 = as many as fit
 * @param scrollSeconds how long a line takes across the picture
 * @param fixedSeconds how long a line stands at the top or the bottom
 * @param opacity above 0 up to 1
 * @param boxes whether super chats, memberships and gifts are shown
 * @param pinnedMaxSeconds super chats stand no longer than this; 0 = as long as they are pinned
 * @param giftMinMilli gifts worth less are not shown; thousandths of the currency's unit
 */
public record AssStyle(
    int width,
    int height,
    String font,
    int size,
    double area,
    int lanes,
    double scrollSeconds,
    double fixedSeconds,
    double opacity,
    boolean boxes,
    int pinnedMaxSeconds,
    long giftMinMilli) {
  public static final AssStyle DEFAULTS =
      new AssStyle(1920, 1080, "Microsoft YaHei", 38, 1, 0, 12, 5, 0.8, true, 0, 0);

  /**
   * Checks that it can be drawn.
   *
   * @throws IllegalArgumentException naming, in words, what cannot be drawn
   */
  public AssStyle {
    check(width >= 16 && width <= 16_384, "the width must be 16 to 16384 pixels");
    check(height >= 16 && height <= 16_384, "the height must be 16 to 16384 pixels");
    check(size >= 4 && size <= height, "the size must be 4 pixels to the picture's height");
    check(area > 0 && area <= 1, "the area must be above 0, up to 1");
    check(lanes >= 0, "the number of lanes must not be negative");
    check(scrollSeconds >= 1 && scrollSeconds <= 600, "a line must scroll for 1 to 600 seconds");
    check(fixedSeconds >= 1 && fixedSeconds <= 600, "a line must stand for 1 to 600 seconds");
    check(opacity > 0 && opacity <= 1, "the opacity must be above 0, up to 1");
    check(pinnedMaxSeconds >= 0, "the time of super chats must not be negative");
    check(font.matches("[^,\\p{Cntrl}]+"), "a font's name has no commas");
  }

  private static void check(boolean holds, String words) {
    if (!holds) {
      throw new IllegalArgumentException(words);
    }
  }

  int laneCount() {
    int fit = Math.max(1, (int) (height * area) / size);
    return lanes == 0 ? fit : Math.min(lanes, fit);
  }

  /** Of the font in boxes. */
  int boxSize() {
    return Math.max(4, size * 4 / 5);
  }

  /** In pixels, as DanmakuFactory reckons: each character 1/1.2 of the size; even. */
  int widthOf(String text) {
    return 2 * (int) Math.ceil(text.codePointCount(0, text.length()) * size / 1.2 / 2);
  }
}
