package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Setback;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lookup before the socket. */
final class Resolving extends Phase {
  private final Resolve why;
  private final GuardedSession session;
  private final DialList dials;
  private final Place place;
  private final RoomEvents events;
  private final int attempt;
  private final long withinMs;

  Resolving(
      Resolve why,
      GuardedSession session,
      DialList dials,
      Place place,
      RoomEvents events,
      int attempt,
      long withinMs) {
    this.why = why;
    this.session = session;
    this.dials = dials;
    this.place = place;
    this.events = events;
    this.attempt = attempt;
    this.withinMs = withinMs;
  }

  @Override
  State state() {
    return State.RESOLVING;
  }

  @Override
  Step enter(Consumer<Step> later) {
    events.attempt(State.RESOLVING, words(), attempt);
    session.resolve(why).whenComplete((found, error) -> later.accept(done(found, error)));
    return new Step.Watch(withinMs);
  }

  private String words() {
    return switch (why) {
      case FIRST -> "looking the room up";
      case STALE -> "looking the room up again";
      case REFUSED -> "looking the room up again, since the platform refused us";
    };
  }

  @Override
  Step onTimer() {
    return pause("the lookup did not end within " + withinMs + " ms");
  }

  /** Both are null if the session completed its stage with null. */
  private Step done(@Nullable List<Dial> found, @Nullable Throwable error) {
    if (found == null) {
      return failed(error instanceof CompletionException ? error.getCause() : error);
    }
    place.passed();
    return dials.found(found);
  }

  private static Step failed(@Nullable Throwable error) {
    return error instanceof LookupException refused
        ? new Step.Pause(refused.setback())
        : pause("the lookup failed: " + reason(error));
  }

  private static Step pause(String why) {
    return new Step.Pause(Setback.again(0, why));
  }

  private static String reason(@Nullable Throwable error) {
    if (error == null) {
      return "no answer";
    }
    String message = error.getMessage();
    return message == null ? error.getClass().getSimpleName() : message;
  }
}
