package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * What the room says of itself, after each lookup and on change.
 *
 * @param area the platform's category
 * @param anchor whose room it is, where the platform says: id, name and picture
 */
public record Room(Origin origin, String title, @Nullable String area, @Nullable User anchor)
    implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.room(this);
  }
}
