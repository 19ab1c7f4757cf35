package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;

/** The first attempt waits for its turn among the platform's other rooms. */
final class AwaitingTurn extends Phase {
  private final Phase next;

  AwaitingTurn(RoomLifecycle life, Phase next) {
    super(life);
    this.next = next;
  }

  @Override
  State state() {
    return next.state();
  }

  @Override
  void enter() {
    long wait = life().reserveTurn();
    if (wait <= 0) {
      life().go(next);
      return;
    }
    life().announceAttempt(state(), "its turn comes in " + wait + " ms, after other rooms");
    after(wait, () -> life().go(next));
  }
}
