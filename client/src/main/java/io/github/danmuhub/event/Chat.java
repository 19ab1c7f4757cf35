package io.github.danmuhub.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 弹幕: somebody said something.
 *
 * @param replyTo whom it answers
 * @param repeated how many equal messages the platform folded into this one; 0 where it does not
 *     say
 */
public record Chat(
    Origin origin,
    User user,
    String text,
    Style style,
    Pictures pictures,
    @Nullable User replyTo,
    int repeated)
    implements LiveEvent {

  public static final int NO_COLOR = -1;

  /** A plain scrolling message. */
  public static Chat of(Origin origin, User user, String text) {
    return new Chat(origin, user, text, Style.PLAIN, Pictures.NONE, null, 0);
  }

  /** The same message, with other words. */
  public Chat withText(String newText) {
    return new Chat(origin, user, newText, style, pictures, replyTo, repeated);
  }

  /** As {@link Style#color()}. */
  public int color() {
    return style.color;
  }

  /** As {@link Style#mode()}. */
  public Mode mode() {
    return style.mode;
  }

  /** As {@link Pictures#emotes()}. */
  public List<Emote> emotes() {
    return pictures.emotes;
  }

  /** As {@link Pictures#image()}. */
  public @Nullable String image() {
    return pictures.image;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.chat(this);
  }

  /**
   * How a player draws it.
   *
   * @param color 0xRRGGBB, or {@link #NO_COLOR}
   */
  public record Style(int color, Mode mode) {
    /** Scrolls, in the player's own colour. */
    public static final Style PLAIN = new Style(NO_COLOR, Mode.SCROLL);

    /** Scrolls in that colour. */
    public static Style of(int color) {
      return color == NO_COLOR ? PLAIN : new Style(color, Mode.SCROLL);
    }
  }

  /**
   * What is shown beside the words, or in their place.
   *
   * @param emotes the inline emoticons of the text
   * @param image URL of the picture where the whole message is one sticker
   */
  public record Pictures(List<Emote> emotes, @Nullable String image) {
    public static final Pictures NONE = new Pictures(List.of(), null);

    public Pictures {
      emotes = List.copyOf(emotes);
    }

    /** These; {@link #NONE} where there is neither. */
    public static Pictures of(List<Emote> emotes, @Nullable String image) {
      return emotes.isEmpty() && image == null ? NONE : new Pictures(emotes, image);
    }
  }

  /** Where a player draws it. */
  public enum Mode {
    SCROLL,
    TOP,
    BOTTOM
  }

  /**
   * An inline emoticon: where {@code key} stands in the text, the picture at {@code url} is meant.
   */
  public record Emote(String key, String url) {}
}
