package io.github.danmuhub.export;

import io.github.danmuhub.event.Chat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How subtitles look, and what of the chat they show. Immutable. */
public record AssStyle(
    Picture picture, Lettering lettering, Lanes lanes, Boxes boxes, Shown shown) {
  public static final AssStyle DEFAULTS = of(Map.of());

  /**
   * What differs from the usual, by the names of {@link AssKey}; the first goes first.
   *
   * @throws IllegalArgumentException naming, in words, what is no key or cannot be drawn
   */
  public static AssStyle of(Map<String, String> settings) {
    return new AssDraft().with(settings).style();
  }

  /** In pixels. */
  public record Picture(int width, int height) {
    public Picture {
      check(width >= 16 && width <= 16_384, "the width must be 16 to 16384 pixels");
      check(height >= 16 && height <= 16_384, "the height must be 16 to 16384 pixels");
    }
  }

  /**
   * The letters.
   *
   * @param font the family's name
   * @param size of the font, and height of a lane, in pixels
   * @param opacity above 0 up to 1
   */
  public record Lettering(String font, int size, double opacity) {
    public Lettering {
      check(size >= 4, "the size must be 4 pixels to the picture's height");
      check(opacity > 0 && opacity <= 1, "the opacity must be above 0, up to 1");
      check(font.matches("[^,\\p{Cntrl}]+"), "a font's name has no commas");
    }
  }

  /**
   * Where chat goes.
   *
   * @param area the part of the height that scrolling lines may use, above 0 up to 1
   * @param most at most so many scrolling lanes; 0 = as many as fit
   * @param scrollSeconds how long a line takes across the picture
   * @param fixedSeconds how long a line stands at the top or the bottom
   */
  public record Lanes(double area, int most, double scrollSeconds, double fixedSeconds) {
    public Lanes {
      check(area > 0 && area <= 1, "the area must be above 0, up to 1");
      check(most >= 0, "the number of lanes must not be negative");
      check(scrollSeconds >= 1 && scrollSeconds <= 600, "a line must scroll for 1 to 600 seconds");
      check(fixedSeconds >= 1 && fixedSeconds <= 600, "a line must stand for 1 to 600 seconds");
    }
  }

  /** How super chats, memberships and gifts are shown. */
  public enum Layout {
    /** All in boxes. */
    BOXES,
    /** Super chats in boxes, the others as a list of lines. */
    LIST,
    NONE;

    static Layout of(String word) {
      for (Layout layout : values()) {
        if (layout.name().toLowerCase(Locale.ROOT).equals(word)) {
          return layout;
        }
      }
      throw new IllegalArgumentException("boxes=" + word + ": boxes, list or none");
    }
  }

  /**
   * What was paid.
   *
   * @param pinnedMaxSeconds super chats stand no longer than this; 0 = as long as they are pinned
   * @param giftMinMilli gifts worth less are not shown; thousandths of the currency's unit, of all
   *     that one message gave
   */
  public record Boxes(Layout layout, int pinnedMaxSeconds, long giftMinMilli) {
    public Boxes {
      check(pinnedMaxSeconds >= 0, "the time of super chats must not be negative");
    }
  }

  /**
   * What of the chat is shown.
   *
   * @param names whether a line says whose it is
   * @param emotes whether {@code [emotes]} stay in the text
   * @param mergeSeconds equal messages within so long are one; 0 = each for itself
   * @param blockedWords messages that hold one of them are left out
   * @param blockedUsers so are all of these, by id or name
   */
  public record Shown(
      boolean names,
      boolean emotes,
      double mergeSeconds,
      Set<String> blockedWords,
      Set<String> blockedUsers) {
    public Shown {
      check(mergeSeconds >= 0 && mergeSeconds <= 600, "messages merge within 0 to 600 seconds");
      blockedWords = Set.copyOf(blockedWords);
      blockedUsers = Set.copyOf(blockedUsers);
    }
  }

  public AssStyle {
    check(lettering.size <= picture.height, "the size must be 4 pixels to the picture's height");
  }

  private static void check(boolean holds, String words) {
    if (!holds) {
      throw new IllegalArgumentException(words);
    }
  }

  int width() {
    return picture.width;
  }

  int height() {
    return picture.height;
  }

  int size() {
    return lettering.size;
  }

  int laneCount() {
    int fit = Math.max(1, (int) (height() * lanes.area) / size());
    return lanes.most == 0 ? fit : Math.min(lanes.most, fit);
  }

  /** Of the font in boxes. */
  int boxSize() {
    return Math.max(4, size() * 4 / 5);
  }

  /** What is shown of a message. */
  String lineOf(Chat chat) {
    String name = shown.names ? chat.user().displayName() + ": " : "";
    return CleanText.line(name + chat.text());
  }

  /** In pixels, as DanmakuFactory reckons: each character 1/1.2 of the size; even. */
  int widthOf(String text) {
    return 2 * (int) Math.ceil(text.codePointCount(0, text.length()) * size() / 1.2 / 2);
  }
}
