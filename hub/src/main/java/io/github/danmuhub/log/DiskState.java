package io.github.danmuhub.log;

import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RemovedException;
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
  private final DiskListener listener;
  private final AtomicLong lost = new AtomicLong();
  private long lostBefore;
  private String told = "";
  private volatile boolean failing;

  /** Of the disk that {@code dir} is on. */
  public DiskState(Path dir, DiskListener listener) {
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

  /** It took nothing; each reason is told once. */
  public void refused(IOException why) {
    RecordingException words =
        why instanceof RecordingException ours ? ours : RecordingException.interrupted(dir, why);
    if (!failing || !told.equals(words.getMessage())) {
      fails(words);
    }
  }

  /** What it had taken is there no longer. */
  public void lost(RemovedException why) {
    fails(new RecordingException(why.told()));
    lose(why.lost().sum());
  }

  private void fails(RecordingException words) {
    if (!failing) {
      lostBefore = lost.get();
    }
    failing = true;
    told = String.valueOf(words.getMessage());
    LOG.debug("{}", told);
    listener.failing(words);
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
