package io.github.danmuhub.stats;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * The time since the first event of a room, as a clock tells it that never jumps: where ours
 * jumped, it stands still. Ours did if it went back by more than a minute; or forward by more than
 * a day, though no gap says that nothing was heard so long, nothing was being connected, and the
 * platform's own clock did not go on with it. Fed in the order of the recording. One thread.
 */
final class RecordedTime {
  private static final long MINUTE_MS = 60_000;
  private static final long DAY_MS = 86_400_000;

  /** Of the jumps that are told one by one. */
  private static final int LIMIT = 1_000;

  private final long start;
  private final List<Report.ClockJump> jumps = new ArrayList<>();
  private long now;
  private long elapsed;

  /** Our time less the platform's, where both were told last; and whether they ever were. */
  private long ahead;

  private boolean compared;

  RecordedTime(Origin first) {
    start = first.received();
    now = start;
  }

  /** When the event happened, epoch milliseconds. */
  long at(LiveEvent event) {
    Origin origin = event.origin();
    long step = origin.received() - now;
    if (isJump(step, event)) {
      if (jumps.size() < LIMIT) {
        jumps.add(new Report.ClockJump(start + elapsed, step));
      }
      now = origin.received();
    } else if (step > 0) {
      elapsed += step;
      now = origin.received();
    }
    compare(origin);
    return start + elapsed;
  }

  private boolean isJump(long step, LiveEvent event) {
    return step < -MINUTE_MS || (step > DAY_MS && !isExplained(event));
  }

  private boolean isExplained(LiveEvent event) {
    if (event instanceof Gap gap && gap.from() <= now + MINUTE_MS) {
      return true;
    }
    boolean connecting = event instanceof Connection c && c.state() != Connection.State.LIVE;
    return connecting || agrees(event.origin());
  }

  /** The platform's clock and ours are as far apart as before. */
  private boolean agrees(Origin origin) {
    return compared
        && isTimed(origin)
        && Math.abs(origin.received() - origin.time() - ahead) < MINUTE_MS;
  }

  private void compare(Origin origin) {
    if (isTimed(origin)) {
      compared = true;
      ahead = origin.received() - origin.time();
    }
  }

  private static boolean isTimed(Origin origin) {
    return origin.time() != 0 && !origin.history();
  }

  /** The last event's, epoch milliseconds. */
  long now() {
    return start + elapsed;
  }

  List<Report.ClockJump> jumps() {
    return List.copyOf(jumps);
  }
}
