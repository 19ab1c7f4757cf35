package io.github.danmuhub.event;

/**
 * A paid message (醒目留言): one event per purchase.
 *
 * @param seconds how long it stays pinned; 0 where not given
 */
public record SuperChat(Origin origin, User user, String text, Money value, int seconds)
    implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.superChat(this);
  }
}
