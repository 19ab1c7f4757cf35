package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;

/** The end: the user stopped it, or trying again is in vain. */
final class Over extends Phase {
  private final State last;
  private final int code;
  private final String why;

  Over(Life life, State last, int code, String why) {
    super(life);
    this.last = last;
    this.code = code;
    this.why = why;
  }

  @Override
  State state() {
    return last;
  }

  @Override
  void enter() {
    life().conversation().end();
    life().events().connection(last, why, code, 0, 0);
    life().finish(last);
  }
}
