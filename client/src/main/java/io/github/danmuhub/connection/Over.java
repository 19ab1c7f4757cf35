package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;

/** The end: the user stopped it, or trying again is useless. */
final class Over extends Phase {
  private final State last;
  private final Loss loss;

  Over(RoomLifecycle life, State last, Loss loss) {
    super(life);
    this.last = last;
    this.loss = loss;
  }

  @Override
  State state() {
    return last;
  }

  @Override
  void enter() {
    life().session().end();
    life().events().over(last, loss);
    life().finish(last);
  }
}
