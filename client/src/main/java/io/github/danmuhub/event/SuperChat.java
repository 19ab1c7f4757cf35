package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * A paid message (醒目留言): one event per purchase.
 *
 * @param seconds how long it stays pinned; 0 where not given
 * @param colors what the platform paints it in; null where it does not say
 */
public record SuperChat(
    Origin origin, User user, String text, Money value, int seconds, @Nullable Colors colors)
    implements LiveEvent {

  /** The platform does not say its colours. */
  public SuperChat(Origin origin, User user, String text, Money value, int seconds) {
    this(origin, user, text, value, seconds, null);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.superChat(this);
  }

  /**
   * The colours of its price, 0xRRGGBB.
   *
   * @param head the ground of the name and the price, mostly a light one
   * @param body the ground of the text, and what stands for the price where there is one colour
   */
  public record Colors(int head, int body) {}
}
