package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.transport.Loop;

/**
 * The table from {@link Step} to {@link Phase}, and the way on after a loss: each phase gets what
 * it needs and no more. On the room's loop.
 */
final class Phases {
  private final GuardedSession session;
  private final HealthCount health;
  private final RoomEvents events;
  private final Loop loop;
  private final Place place;
  private final Timing timing;
  private final Persistence persistence;
  private final BackOff backOff;
  private final Deafness deafness;
  private final DialList dials = new DialList();

  Phases(RoomParts parts, GuardedSession session, HealthCount health, RoomEvents events) {
    this.session = session;
    this.health = health;
    this.events = events;
    this.loop = parts.way().loop();
    this.place = parts.way().courtesy().enter(parts.session().settings().credentials().cookie());
    this.timing = parts.timing();
    this.persistence = parts.persistence();
    this.backOff = new BackOff(timing.backOff(), parts.random());
    this.deafness = new Deafness(loop, events);
  }

  /**
   * How a room begins.
   *
   * @param moved called, on any thread, when its turn may come earlier than was said
   */
  Step first(Runnable moved) {
    place.begin(moved);
    return new Step.AwaitTurn(dials.next());
  }

  /** Nothing was missed since the loss. */
  void forgetGap() {
    deafness.forget();
  }

  /** What follows the loss of a phase. */
  Phase after(Phase lost, Setback reported) {
    Setback why = persistence.after(reported, dials.hasAnother());
    place.failed(why, loop.ticks());
    if (why.how() == Verdict.FAILED) {
      return over(State.FAILED, why);
    }
    Step next = dials.after(why.how(), lost.mayBeRefusal());
    return new Waiting(why, next, backOff, place, loop, events);
  }

  /**
   * The phase that a step leads to.
   *
   * @throws IllegalArgumentException for a step that leads to none
   */
  Phase make(Step step, Line line, Line.Listener listener) {
    int attempt = backOff.attempt();
    if (step instanceof Step.AwaitTurn turn) {
      return new AwaitingTurn(turn.then(), place, loop, events, attempt);
    }
    if (step instanceof Step.LookUp lookUp) {
      return new Resolving(
          lookUp.why(), session, dials, place, events, attempt, timing.deadlines().lookupMs());
    }
    if (step instanceof Step.Connect to) {
      return new Connecting(
          to.dial(), line, listener, events, attempt, timing.deadlines().connectWithin(to.dial()));
    }
    if (step instanceof Step.Authenticate on) {
      long within = timing.deadlines().authWithin(on.dial().pace());
      return new Authenticating(on.dial(), session, events, attempt, within);
    }
    if (step instanceof Step.GoLive on) {
      long silentAfter = timing.deadlines().silentAfter(on.dial().pace());
      return new Live(
          loop, health, events, deafness, backOff, place, silentAfter, timing.healthMs());
    }
    if (step instanceof Step.End end) {
      return over(end.last(), end.why());
    }
    throw new IllegalArgumentException(step + " leads to no phase");
  }

  private Phase over(State last, Setback why) {
    return new Over(last, why, session, events, place);
  }
}
