package io.github.danmuhub.event;

/** Somebody followed the anchor. */
public record Follow(Origin origin, User user) implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.follow(this);
  }
}
