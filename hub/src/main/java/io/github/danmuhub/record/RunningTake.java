package io.github.danmuhub.record;

import io.github.danmuhub.app.Takes.State;
import io.github.danmuhub.app.Takes.Take;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A recording as it is told to people: since when it is looked at, and how much that has become.
 */
final class RunningTake {
  private final Path dir;
  private final RecordingPart part;
  private final State state;
  private final long since;
  private final long before;

  /** Of a part that has started. */
  RunningTake(Path dir, RecordingPart part, State state, long since) {
    this.dir = dir;
    this.part = part;
    this.state = state;
    this.since = since;
    this.before = part.log().last();
  }

  String name() {
    return String.valueOf(dir.getFileName());
  }

  Take now() {
    return told(state);
  }

  /** Ends it; what there is of it then. */
  Take end() {
    part.close();
    return told(State.ENDED);
  }

  private Take told(State as) {
    return new Take(name(), as, since, bytes(), part.log().last() - before, part.lost());
  }

  /** What the disk tells; a file that goes away meanwhile is not counted. */
  private long bytes() {
    try (Stream<Path> files = Files.list(dir)) {
      return files.mapToLong(RunningTake::size).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }
}
