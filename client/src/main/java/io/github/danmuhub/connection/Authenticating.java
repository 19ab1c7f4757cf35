package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Dial;

/** The socket is open; the platform has not accepted us yet. */
final class Authenticating extends Phase {
  private final Dial dial;

  Authenticating(RoomLifecycle life, Dial dial) {
    super(life);
    this.dial = dial;
  }

  Dial dial() {
    return dial;
  }

  @Override
  State state() {
    return State.AUTHENTICATING;
  }

  @Override
  void enter() {
    long within = timing().authWithin(dial.pace());
    life().announceAttempt(State.AUTHENTICATING, "connected, asking to be let in");
    after(within, () -> life().giveUp("not let in within " + within + " ms"));
    life().session().opened(dial);
  }
}
