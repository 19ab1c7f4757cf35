package io.github.danmuhub.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 弹幕: somebody said something.
 *
 * @param color 0xRRGGBB, or {@link #NO_COLOR}
 * @param emotes the inline emoticons of {@code text}
 * @param image URL of the picture where the whole message is one sticker
 * @param replyTo whom it answers
 * @param repeated how many equal messages the platform folded into this one; 0 where it does not
 *     say
 */
public record Chat(
    Origin origin,
    User user,
    String text,
    int color,
    Mode mode,
    List<Emote> emotes,
    @Nullable String image,
    @Nullable User replyTo,
    int repeated)
    implements LiveEvent {

  public static final int NO_COLOR = -1;

  public Chat {
    emotes = List.copyOf(emotes);
  }

  /** A plain scrolling message. */
  public static Chat of(Origin origin, User user, String text) {
    return new Chat(origin, user, text, NO_COLOR, Mode.SCROLL, List.of(), null, null, 0);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.chat(this);
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
