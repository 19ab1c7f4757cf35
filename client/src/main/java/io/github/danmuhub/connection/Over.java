package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Setback;
import java.util.function.Consumer;

/** The end: the user stopped it, or trying again is useless. */
final class Over extends Phase {
  private final State last;
  private final Setback why;
  private final GuardedSession session;
  private final RoomEvents events;
  private final Place place;

  Over(State last, Setback why, GuardedSession session, RoomEvents events, Place place) {
    this.last = last;
    this.why = why;
    this.session = session;
    this.events = events;
    this.place = place;
  }

  @Override
  State state() {
    return last;
  }

  @Override
  Step enter(Consumer<Step> later) {
    place.leave();
    session.end();
    events.over(last, why);
    return new Step.Stay();
  }
}
