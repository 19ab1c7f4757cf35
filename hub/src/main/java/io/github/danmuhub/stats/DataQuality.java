package io.github.danmuhub.stats;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.record.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the recording says about itself. A connection's figures count from its own start; where they
 * fall, the program was started anew, and counting goes on.
 */
final class DataQuality {
  private final long from;
  private final List<Gap> gaps = new ArrayList<>();
  private final Counter reconnects;
  private final Counter dropped;
  private final Counter malformedCount;
  private long unknown;
  private long malformedSeen;

  DataQuality(Selection selection) {
    boolean midway = selection.beginsLater();
    from = selection.from();
    reconnects = new Counter(midway);
    dropped = new Counter(midway);
    malformedCount = new Counter(midway);
  }

  /** Sums the growth of a figure that only grows, and starts again at 0. */
  private static final class Counter {
    private long sum;
    private long last;
    private boolean any;

    /**
     * @param midway whether the first value has grown before
     */
    private Counter(boolean midway) {
      any = !midway;
    }

    void at(long value) {
      if (any) {
        sum += value < last ? value : value - last;
      }
      any = true;
      last = value;
    }
  }

  /**
   * @param at when, by the time of the recording, epoch milliseconds
   */
  void accept(LiveEvent event, long at) {
    if (event instanceof Gap gap) {
      gaps.add(before(gap, at - gap.origin().received()));
    } else if (event instanceof Unknown) {
      unknown++;
    } else if (event instanceof Malformed) {
      malformedSeen++;
    } else if (event instanceof Connection connection) {
      reconnects.at(connection.health().counts().reconnects());
      dropped.at(connection.health().counts().dropped());
      malformedCount.at(connection.health().counts().malformed());
    }
  }

  /** The same gap where a clock that does not jump has it. */
  private static Gap before(Gap gap, long shift) {
    return shift == 0
        ? gap
        : new Gap(gap.origin(), gap.from() + shift, gap.to() + shift, gap.why());
  }

  Report.Quality report(ReadReport lines, List<Report.ClockJump> jumps) {
    long malformed = Math.max(malformedSeen, malformedCount.sum);
    return new Report.Quality(
        List.copyOf(gaps), gapMs(), jumps, reconnects.sum, dropped.sum, unknown, malformed, lines);
  }

  /** Time that is in two gaps counts once; what was before the selection does not. */
  private long gapMs() {
    long counted = from;
    long sum = 0;
    for (Gap gap : gaps.stream().sorted(Comparator.comparingLong(Gap::from)).toList()) {
      long begin = Math.max(counted, gap.from());
      sum += Math.max(0, gap.to() - begin);
      counted = Math.max(counted, gap.to());
    }
    return sum;
  }
}
