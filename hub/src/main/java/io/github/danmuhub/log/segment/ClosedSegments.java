package io.github.danmuhub.log.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What one run has written into its folder before the open segment, to know what is lost when the
 * folder is. One thread at a time.
 */
final class ClosedSegments {
  private final Path dir;
  private final Set<String> names = new HashSet<>();
  private Tally events = new Tally();
  private long since = Long.MAX_VALUE;

  ClosedSegments(Path dir) {
    this.dir = dir;
  }

  void add(OpenSegment segment) {
    names.add(segment.segment().name());
    events.add(segment.events());
    since = Math.min(since, segment.since());
  }

  /** When the first was begun, epoch milliseconds; for ever where there is none. */
  long since() {
    return since;
  }

  /** What was in them, once; nothing where one of them is there still: somebody tidies up then. */
  Tally takeLost() throws IOException {
    if (isOneThere()) {
      return new Tally();
    }
    Tally lost = events;
    events = new Tally();
    names.clear();
    since = Long.MAX_VALUE;
    return lost;
  }

  private boolean isOneThere() throws IOException {
    return Files.isDirectory(dir)
        && new SegmentFolder(dir)
            .segments().stream().anyMatch(segment -> names.contains(segment.name()));
  }
}
