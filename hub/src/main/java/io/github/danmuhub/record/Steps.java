package io.github.danmuhub.record;

/** Tells now and then how far a reading has come. One thread. */
public final class Steps {
  private static final int EVENTS = 1_000;

  private final EventReading reading;
  private final Progress progress;
  private final long total;
  private long count;

  public Steps(EventReading reading, Progress progress) {
    this.reading = reading;
    this.progress = progress;
    this.total = reading.bytes();
  }

  /** One event further. */
  public void step() {
    if (++count % EVENTS == 0) {
      progress.at(Math.min(reading.bytesRead(), total), total);
    }
  }

  /** At the end. */
  public void end() {
    progress.at(total, total);
  }
}
