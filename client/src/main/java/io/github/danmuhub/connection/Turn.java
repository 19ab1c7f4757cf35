package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;

/** Courtesy: an attempt waits until the platform's other rooms before it have had theirs. */
final class Turn extends Phase {
  private final Phase next;

  Turn(Life life, Phase next) {
    super(life);
    this.next = next;
  }

  @Override
  State state() {
    return next.state();
  }

  @Override
  void enter() {
    long now = life().now();
    long wait = life().parts().pacer().reserve(now) - now;
    if (wait <= 0) {
      life().go(next);
    } else {
      after(wait, () -> life().go(next));
    }
  }
}
