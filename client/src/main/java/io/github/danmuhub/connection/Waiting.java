package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;

/** The back-off after a failure, then the room's turn among the platform's other rooms. */
final class Waiting extends Phase {
  private final Phase next;
  private final Loss loss;

  Waiting(RoomLifecycle life, Phase next, Loss loss) {
    super(life);
    this.next = next;
    this.loss = loss;
  }

  @Override
  State state() {
    return State.WAITING;
  }

  @Override
  void enter() {
    sit(life().backOff().failed(), this::takeTurn);
  }

  private void takeTurn() {
    long wait = life().reserveTurn();
    if (wait <= 0) {
      life().go(next);
    } else {
      sit(wait, () -> life().go(next));
    }
  }

  private void sit(long ms, Runnable then) {
    life().events().waiting(loss, life().backOff().attempt(), ms);
    after(ms, then);
  }
}
