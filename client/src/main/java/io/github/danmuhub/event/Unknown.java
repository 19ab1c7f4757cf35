package io.github.danmuhub.event;

/**
 * A message that we do not understand, always with its {@link Origin#raw() raw} message: nothing
 * disappears silently.
 *
 * @param cmd the platform's own name for the message
 */
public record Unknown(Origin origin, String cmd) implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.unknown(this);
  }
}
