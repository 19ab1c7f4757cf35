package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/** Any platform message that carries readable text but has no better type. */
public record Notice(Origin origin, @Nullable User user, String text) implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.notice(this);
  }
}
