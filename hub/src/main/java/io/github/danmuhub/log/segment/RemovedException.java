package io.github.danmuhub.log.segment;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import java.io.IOException;
import java.nio.file.Path;

/** Somebody removed or replaced what was written: it is lost, and told in one line. */
public final class RemovedException extends IOException implements Told {
  private static final long serialVersionUID = 1;

  private final transient Phrase told;
  private final transient Tally lost;
  private final long since;

  /**
   * @param what the segment or the folder
   * @param since when the first of the lost segments was begun, epoch milliseconds
   */
  public RemovedException(Path what, Tally lost, long since) {
    this(Phrase.of("recording.removed", what, Phrase.count(lost.sum(), "lost-event")), lost, since);
  }

  private RemovedException(Phrase told, Tally lost, long since) {
    super(told.toString());
    this.told = told;
    this.lost = lost;
    this.since = since;
  }

  @Override
  public Phrase told() {
    return told;
  }

  /** What was in it. */
  public Tally lost() {
    return lost;
  }

  public long since() {
    return since;
  }
}
