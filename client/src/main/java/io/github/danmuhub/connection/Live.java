package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Clock;
import io.github.danmuhub.platform.Setback;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** We hear the room. Watches for silence and reports the health. */
final class Live extends Phase {
  private final Clock clock;
  private final HealthCount health;
  private final RoomEvents events;
  private final Deafness deafness;
  private final BackOff backOff;
  private final Place place;
  private final long silentAfterMs;
  private final long reportEveryMs;
  private final long since;
  private long nextReport;

  Live(
      Clock clock,
      HealthCount health,
      RoomEvents events,
      Deafness deafness,
      BackOff backOff,
      Place place,
      long silentAfterMs,
      long reportEveryMs) {
    this.clock = clock;
    this.health = health;
    this.events = events;
    this.deafness = deafness;
    this.backOff = backOff;
    this.place = place;
    this.silentAfterMs = silentAfterMs;
    this.reportEveryMs = reportEveryMs;
    this.since = clock.ticks();
  }

  @Override
  State state() {
    return State.LIVE;
  }

  @Override
  Step enter(Consumer<Step> later) {
    place.live();
    report("the platform let us in");
    deafness.ends();
    return watch();
  }

  /** Frames set no timer: this one looks how old the last frame is. */
  @Override
  Step onTimer() {
    long now = clock.ticks();
    if (now >= deadAt()) {
      return silent();
    }
    if (now >= nextReport) {
      report(null);
    }
    return watch();
  }

  private Step watch() {
    return new Step.Watch(Math.min(nextReport, deadAt()) - clock.ticks());
  }

  private long deadAt() {
    return heardAt() + silentAfterMs;
  }

  /** Until when the room was heard for certain. */
  private long heardAt() {
    return health.heardSince(since);
  }

  private void report(@Nullable String detail) {
    events.live(detail);
    nextReport = clock.ticks() + reportEveryMs;
  }

  private Step silent() {
    String why = "nothing heard for " + silentAfterMs + " ms";
    events.silent(why);
    return new Step.GiveUp(why);
  }

  @Override
  void onLost(Setback why) {
    health.reconnect();
    deafness.begins(heardAt(), why.why());
    backOff.lived(clock.ticks() - since);
  }
}
