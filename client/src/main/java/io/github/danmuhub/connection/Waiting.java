package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;

/** The back-off after a failure. */
final class Waiting extends Phase {
  private final Phase next;
  private final int code;
  private final String why;

  Waiting(Life life, Phase next, int code, String why) {
    super(life);
    this.next = next;
    this.code = code;
    this.why = why;
  }

  @Override
  State state() {
    return State.WAITING;
  }

  @Override
  void enter() {
    long wait = life().backOff().failed();
    life().events().connection(State.WAITING, why, code, life().backOff().attempt(), wait);
    after(wait, () -> life().go(new Turn(life(), next)));
  }
}
