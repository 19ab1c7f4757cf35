package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Setback;

/**
 * Where a room goes from here: what a phase, or the session, answers to a signal. A value; only the
 * {@link RoomLifecycle} acts on it.
 */
sealed interface Step {

  /** Nothing changes. */
  record Stay() implements Step {}

  /** Nothing changes, but the phase is asked again after that many milliseconds. */
  record Watch(long ms) implements Step {}

  /** Waits for its turn among the platform's other rooms, then takes that step. */
  record AwaitTurn(Step then) implements Step {}

  /** A lookup. */
  record LookUp(Resolve why) implements Step {}

  /** A socket, or what stands for one. */
  record Connect(Dial dial) implements Step {}

  /** The socket is open: the platform is asked to let us in. */
  record Authenticate(Dial dial) implements Step {}

  /** The platform let us in. */
  record GoLive(Dial dial) implements Step {}

  /** Leaves the socket; the session says what next. */
  record GiveUp(String why) implements Step {}

  /** Something was lost or refused: waits, and tries again as the setback says. */
  record Pause(Setback why) implements Step {}

  /** The room is over; there is no next attempt. */
  record End(State last, Setback why) implements Step {}
}
