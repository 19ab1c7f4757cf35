package io.github.danmuhub.event;

/** The broadcast changed its state; emitted on change only. */
public record Broadcast(Origin origin, State state) implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.broadcast(this);
  }

  /** Whether there is a picture. */
  public enum State {
    LIVE,
    OFFLINE,
    PAUSED,
    RESUMED
  }
}
