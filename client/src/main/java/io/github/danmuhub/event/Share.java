package io.github.danmuhub.event;

/** Somebody shared the room. */
public record Share(Origin origin, User user) implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.share(this);
  }
}
