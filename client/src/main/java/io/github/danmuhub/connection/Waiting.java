package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Clock;
import io.github.danmuhub.platform.Scope;
import io.github.danmuhub.platform.Setback;
import java.util.function.Consumer;

/** The back-off after a failure, then the room's turn among the platform's other rooms. */
final class Waiting extends Phase {
  private final Setback loss;
  private final BackOff backOff;
  private final RoomEvents events;
  private final Turn turn;
  private boolean asked;

  Waiting(Setback loss, Step next, BackOff backOff, Place place, Clock clock, RoomEvents events) {
    this.loss = loss;
    this.backOff = backOff;
    this.events = events;
    this.turn = new Turn(place, clock, next);
  }

  private void tell(Courtesy.Wait wait) {
    Setback why = wait.because() == null ? loss : wait.because();
    events.waiting(why, backOff.attempt(), wait.ms());
  }

  @Override
  State state() {
    return State.WAITING;
  }

  /** Where it does not concern this room alone, all of them wait, and that is longer. */
  @Override
  Step enter(Consumer<Step> later) {
    long ms = Math.max(backOff.failed(), loss.notBeforeMs());
    if (loss.scope() != Scope.ROOM) {
      return onTimer();
    }
    events.waiting(loss, backOff.attempt(), ms);
    return new Step.Watch(ms);
  }

  @Override
  Step onTimer() {
    asked = true;
    return turn.ask(this::tell);
  }

  /** The back-off is its own; only the turn may come earlier. */
  @Override
  Step onMoved() {
    return asked ? turn.ask(this::tell) : new Step.Stay();
  }

  @Override
  void onLeft() {
    turn.giveBack();
  }
}
