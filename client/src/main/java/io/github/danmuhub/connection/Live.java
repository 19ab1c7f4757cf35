package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Dial;
import org.jspecify.annotations.Nullable;

/** We hear the room. Watches for silence and reports the health. */
final class Live extends Phase {
  private final long silentAfter;
  private long since;
  private long nextReport;

  Live(RoomLifecycle life, Dial dial) {
    super(life);
    this.silentAfter = timing().silentAfter(dial.pace());
    this.since = life.now();
  }

  /** Epoch milliseconds. */
  long since() {
    return since;
  }

  /** Until when the room was heard for certain, epoch milliseconds. */
  long heardAt() {
    return Math.max(life().health().heardAt(), since);
  }

  @Override
  State state() {
    return State.LIVE;
  }

  @Override
  void enter() {
    report("the platform let us in");
    life().reportGap();
    sleep();
  }

  /** Frames set no timer: this one looks how old the last frame is. */
  private void watch() {
    long now = life().now();
    believe(now);
    if (now >= deadAt()) {
      silent();
      return;
    }
    if (now >= nextReport) {
      report(null);
    }
    sleep();
  }

  /** If the clock was set back, all times in the future become now. */
  private void believe(long now) {
    life().health().clockIsAt(now);
    since = Math.min(since, now);
    nextReport = Math.min(nextReport, now + timing().healthMs());
  }

  private void sleep() {
    after(Math.min(nextReport, deadAt()) - life().now(), this::watch);
  }

  private long deadAt() {
    return heardAt() + silentAfter;
  }

  private void report(@Nullable String detail) {
    life().events().live(detail);
    nextReport = life().now() + timing().healthMs();
  }

  private void silent() {
    String why = "nothing heard for " + silentAfter + " ms";
    life().events().silent(why);
    life().giveUp(why);
  }
}
