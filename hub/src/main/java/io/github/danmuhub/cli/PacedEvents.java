package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.EventPrinter;
import io.github.danmuhub.event.LiveEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Prints events by their own times. One thread, which it lets wait. */
final class PacedEvents {
  private final EventPrinter lines;
  private final double speed;
  private final long fromMs;
  private final long toMs;
  private final Stop stop;
  private long first;
  private long before;
  private boolean over;

  /**
   * @param speed 0 = without a pause
   * @param to null: to the end
   */
  PacedEvents(EventPrinter lines, double speed, Duration from, @Nullable Duration to, Stop stop) {
    this.lines = lines;
    this.speed = speed;
    this.fromMs = from.toMillis();
    this.toMs = to == null ? Long.MAX_VALUE : to.toMillis();
    this.stop = stop;
  }

  void print(LiveEvent event) {
    long time = event.origin().received();
    first = first == 0 ? time : first;
    long at = time - first;
    if (over || at < fromMs || at > toMs) {
      return;
    }
    pause(before == 0 ? 0 : time - before);
    before = time;
    if (!over) {
      lines.print(event);
    }
  }

  private void pause(long ms) {
    if (speed > 0 && ms > 0) {
      try {
        stop.await(Duration.ofMillis(Math.round(ms / speed)));
        over = stop.isAsked();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        over = true;
      }
    }
  }

  /** Whether the user has ended it. */
  boolean isOver() {
    return over || stop.isAsked();
  }
}
