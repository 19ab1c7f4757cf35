package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Dial;
import java.util.function.Consumer;

/** The socket is open; the platform has not accepted us yet. */
final class Authenticating extends Phase {
  private final Dial dial;
  private final GuardedSession session;
  private final RoomEvents events;
  private final int attempt;
  private final long withinMs;

  Authenticating(Dial dial, GuardedSession session, RoomEvents events, int attempt, long withinMs) {
    this.dial = dial;
    this.session = session;
    this.events = events;
    this.attempt = attempt;
    this.withinMs = withinMs;
  }

  @Override
  State state() {
    return State.AUTHENTICATING;
  }

  /** The session may be accepted within the call; then this phase's answer comes too late. */
  @Override
  Step enter(Consumer<Step> later) {
    events.attempt(State.AUTHENTICATING, "connected, asking to be let in", attempt);
    Step wrong = session.opened(dial);
    return wrong instanceof Step.Stay ? new Step.Watch(withinMs) : wrong;
  }

  @Override
  Step onAccepted() {
    return new Step.GoLive(dial);
  }

  @Override
  Step onTimer() {
    return new Step.GiveUp("not let in within " + withinMs + " ms");
  }

  @Override
  boolean mayBeRefusal() {
    return true;
  }
}
