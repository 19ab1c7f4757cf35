package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * What the room says of itself, after each lookup and on change.
 *
 * @param area the platform's category
 */
public record Room(Origin origin, String title, @Nullable String area) implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.room(this);
  }
}
