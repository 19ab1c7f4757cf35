package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * Likes (点赞).
 *
 * @param count the new likes of this event
 * @param total of the whole broadcast; 0 where not given
 */
public record Like(Origin origin, @Nullable User user, long count, long total)
    implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.like(this);
  }
}
