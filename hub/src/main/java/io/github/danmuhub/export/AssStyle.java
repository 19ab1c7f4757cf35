package io.github.danmuhub.export;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
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
      check(width >= 16 && width <= 16_384, "ass.width");
      check(height >= 16 && height <= 16_384, "ass.height");
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
      check(size >= 4, "ass.size");
      check(opacity > 0 && opacity <= 1, "ass.opacity");
      check(font.matches("[^,\\p{Cntrl}]+"), "ass.font");
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
      check(area > 0 && area <= 1, "ass.area");
      check(most >= 0, "ass.lanes");
      check(scrollSeconds >= 1 && scrollSeconds <= 600, "ass.scroll");
      check(fixedSeconds >= 1 && fixedSeconds <= 600, "ass.fixed");
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
      throw new UsageException(Phrase.of("ass.boxes", word));
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
      check(pinnedMaxSeconds >= 0, "ass.pinned");
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
      check(mergeSeconds >= 0 && mergeSeconds <= 600, "ass.merge");
      blockedWords = Set.copyOf(blockedWords);
      blockedUsers = Set.copyOf(blockedUsers);
    }
  }

  public AssStyle {
    check(lettering.size <= picture.height, "ass.size");
  }

  private static void check(boolean holds, String key) {
    if (!holds) {
      throw new UsageException(Phrase.of(key));
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
