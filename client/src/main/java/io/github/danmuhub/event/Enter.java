package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * Somebody entered.
 *
 * @param effect the text of their entrance effect, where they have one
 */
public record Enter(Origin origin, User user, @Nullable String effect) implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.enter(this);
  }
}
