package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Setback;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The back-off after a failure, then the room's turn among the platform's other rooms. */
final class Waiting extends Phase {
  private final Setback loss;
  private final Step next;
  private final BackOff backOff;
  private final LongSupplier turn;
  private final RoomEvents events;
  private boolean hasTurn;

  /**
   * @param turn takes a turn; how many milliseconds until then
   */
  Waiting(Setback loss, Step next, BackOff backOff, LongSupplier turn, RoomEvents events) {
    this.loss = loss;
    this.next = next;
    this.backOff = backOff;
    this.turn = turn;
    this.events = events;
  }

  @Override
  State state() {
    return State.WAITING;
  }

  @Override
  Step enter(Consumer<Step> later) {
    return sit(Math.max(backOff.failed(), loss.notBeforeMs()));
  }

  @Override
  Step onTimer() {
    if (hasTurn) {
      return next;
    }
    hasTurn = true;
    long wait = turn.getAsLong();
    return wait <= 0 ? next : sit(wait);
  }

  private Step sit(long ms) {
    events.waiting(loss, backOff.attempt(), ms);
    return new Step.Watch(ms);
  }
}
