package io.github.danmuhub.log.segment;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody removed or replaced what was written: it is lost, and told in one line. */
public final class RemovedException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Tally lost;
  private final long since;

  /**
   * @param what the segment or the folder
   * @param since when the first of the lost segments was begun, epoch milliseconds
   */
  public RemovedException(Path what, Tally lost, long since) {
    super(
        ("%s was removed or replaced while it was recorded to: %s lost;"
                + " recording goes on in a new segment as soon as it can")
            .formatted(what, lost.sum() == 1 ? "1 event is" : lost.sum() + " events are"));
    this.lost = lost;
    this.since = since;
  }

  /** What was in it. */
  public Tally lost() {
    return lost;
  }

  public long since() {
    return since;
  }
}
