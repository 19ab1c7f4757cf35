package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The first attempt waits for its turn among the platform's other rooms. */
final class AwaitingTurn extends Phase {
  private final Step next;
  private final LongSupplier turn;
  private final RoomEvents events;
  private final int attempt;

  /**
   * @param turn takes a turn; how many milliseconds until then
   */
  AwaitingTurn(Step next, LongSupplier turn, RoomEvents events, int attempt) {
    this.next = next;
    this.turn = turn;
    this.events = events;
    this.attempt = attempt;
  }

  @Override
  State state() {
    return State.RESOLVING;
  }

  @Override
  Step enter(Consumer<Step> later) {
    long wait = turn.getAsLong();
    if (wait <= 0) {
      return next;
    }
    events.attempt(state(), "its turn comes in " + wait + " ms, after other rooms", attempt);
    return new Step.Watch(wait);
  }

  @Override
  Step onTimer() {
    return next;
  }
}
