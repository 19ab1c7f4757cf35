package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Clock;
import java.util.function.Consumer;

/**
 * A phase's wait for the room's turn. A wait is reported again only if it turns out to be longer
 * than was said. On the room's loop.
 */
final class Turn {
  private final Place place;
  private final Clock clock;
  private final Step next;
  private long toldUntil = Long.MIN_VALUE;

  /**
   * @param next the step that is taken in turn
   */
  Turn(Place place, Clock clock, Step next) {
    this.place = place;
    this.clock = clock;
    this.next = next;
  }

  /** Asks, or asks again. */
  Step ask(Consumer<Courtesy.Wait> tell) {
    long now = clock.ticks();
    Courtesy.Wait wait = place.ask(now);
    if (wait.ms() <= 0) {
      return next;
    }
    if (now + wait.ms() > toldUntil) {
      toldUntil = now + wait.ms();
      tell.accept(wait);
    }
    return new Step.Watch(wait.ms());
  }

  /** It is not waited for any more. */
  void giveBack() {
    place.giveBack();
  }
}
