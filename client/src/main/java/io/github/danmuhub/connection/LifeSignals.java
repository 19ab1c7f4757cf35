package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;

/** What a session's context tells the room's life. On the room's loop. */
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

  /** Before the room is opened, no one listens. */
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
