package io.github.danmuhub.stats;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.record.segment.ReadReport;
import java.util.ArrayList;
import java.util.List;

/**
 * What the recording says about itself. A connection's figures count from its own start; where they
 * fall, the program was started anew, and counting goes on.
 */
final class DataQuality {
  private final List<Gap> gaps = new ArrayList<>();
  private final Counter reconnects = new Counter();
  private final Counter dropped = new Counter();
  private final Counter malformedCount = new Counter();
  private long unknown;
  private long malformedSeen;

  /** Sums a figure that only grows, and starts again at 0. */
  private static final class Counter {
    private long before;
    private long last;

    void at(long value) {
      if (value < last) {
        before += last;
      }
      last = value;
    }

    long sum() {
      return before + last;
    }
  }

  void accept(LiveEvent event) {
    if (event instanceof Gap gap) {
      gaps.add(gap);
    } else if (event instanceof Unknown) {
      unknown++;
    } else if (event instanceof Malformed) {
      malformedSeen++;
    } else if (event instanceof Connection connection) {
      reconnects.at(connection.health().reconnects());
      dropped.at(connection.health().dropped());
      malformedCount.at(connection.health().malformed());
    }
  }

  Report.Quality report(ReadReport lines) {
    long malformed = Math.max(malformedSeen, malformedCount.sum());
    return new Report.Quality(
        List.copyOf(gaps), reconnects.sum(), dropped.sum(), unknown, malformed, lines);
  }
}
