package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Clock;
import java.util.function.Consumer;

/** The first attempt waits for its turn among the platform's other rooms. */
final class AwaitingTurn extends Phase {
  private final RoomEvents events;
  private final int attempt;
  private final Turn turn;
  private State state = State.RESOLVING;

  AwaitingTurn(Step next, Place place, Clock clock, RoomEvents events, int attempt) {
    this.events = events;
    this.attempt = attempt;
    this.turn = new Turn(place, clock, next);
  }

  private void tell(Courtesy.Wait wait) {
    if (wait.because() == null) {
      state = State.RESOLVING;
      events.attempt(state, "its turn comes in " + wait.ms() + " ms, after other rooms", attempt);
    } else {
      state = State.WAITING;
      events.waiting(wait.because(), attempt, wait.ms());
    }
  }

  @Override
  State state() {
    return state;
  }

  @Override
  Step enter(Consumer<Step> later) {
    return turn.ask(this::tell);
  }

  @Override
  Step onTimer() {
    return turn.ask(this::tell);
  }

  @Override
  Step onMoved() {
    return turn.ask(this::tell);
  }

  @Override
  void onLeft() {
    turn.giveBack();
  }
}
