package io.github.danmuhub.event;

/**
 * We could not hear the room.
 *
 * @param from epoch milliseconds
 * @param to epoch milliseconds
 * @param why in words
 */
public record Gap(Origin origin, long from, long to, String why) implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.gap(this);
  }
}
