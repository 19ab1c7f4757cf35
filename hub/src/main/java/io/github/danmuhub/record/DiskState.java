package io.github.danmuhub.record;

import io.github.danmuhub.record.segment.RecordingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the disk takes what is recorded, and how much is lost; its listener is told when that
 * changes. One thread at a time writes; any may ask, and never waits for the disk.
 */
public final class DiskState {
  private static final Logger LOG = LoggerFactory.getLogger(DiskState.class);

  private final Path dir;
  private final RecorderListener listener;
  private final AtomicLong lost = new AtomicLong();
  private long lostBefore;
  private volatile boolean failing;

  /** Of the disk that {@code dir} is on. */
  public DiskState(Path dir, RecorderListener listener) {
    this.dir = dir;
    this.listener = listener;
  }

  /** It took something. */
  public void took() {
    if (failing) {
      failing = false;
      listener.recovered(lost.get() - lostBefore);
    }
  }

  /** It took nothing. */
  public void refused(IOException why) {
    if (!failing) {
      failing = true;
      lostBefore = lost.get();
      RecordingException words = RecordingException.interrupted(dir, why);
      LOG.debug("{}", words.getMessage());
      listener.failing(words);
    }
  }

  /** So much cannot be recorded any more. */
  public void lose(long count) {
    lost.addAndGet(count);
  }

  /** Whether it took nothing the last time. */
  public boolean isFailing() {
    return failing;
  }

  /** How much could not be recorded, since the start. */
  public long lost() {
    return lost.get();
  }
}
