package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;

/** What a session asks of the room's life, through its context. On the room's loop. */
interface LifeSignals {
  /** The platform accepted us. */
  void accepted();

  /** Nothing was missed since the loss. */
  void missedNothing();

  /** The session gives its socket up. */
  void leave(Setback why);

  /** The session's timer has rung. */
  void woken();

  /** A poll was answered; status 0 where no answer came. */
  void polled(HttpCall asked, HttpReply reply);

  /** Stands in until the room is opened. */
  record Nobody() implements LifeSignals {
    @Override
    public void accepted() {}

    @Override
    public void missedNothing() {}

    @Override
    public void leave(Setback why) {}

    @Override
    public void woken() {}

    @Override
    public void polled(HttpCall asked, HttpReply reply) {}
  }
}
