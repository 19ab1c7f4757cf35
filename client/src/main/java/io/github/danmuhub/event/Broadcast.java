package io.github.danmuhub.event;

/**
 * The broadcast changed its state; emitted on change only.
 *
 * @param since when the broadcast began, epoch milliseconds; 0 where not given
 */
public record Broadcast(Origin origin, State state, long since) implements LiveEvent {

  /** It is not known since when. */
  public Broadcast(Origin origin, State state) {
    this(origin, state, 0);
  }

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
