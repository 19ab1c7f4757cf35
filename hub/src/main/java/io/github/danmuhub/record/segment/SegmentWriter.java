package io.github.danmuhub.record.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Appends lines to the open segment and begins a new one when that is full. Lines wait in memory
 * until {@link #flush}, which opens the file; what a failing disk does not take waits on, in up to
 * {@value #LIMIT} bytes. One thread at a time.
 */
public final class SegmentWriter {
  /** So much is worth a call of the system. */
  private static final int BATCH = 1 << 16;

  /** So much may wait for a disk that takes nothing. */
  public static final int LIMIT = 16 << 20;

  private final Path dir;
  private final long rotateBytes;
  private final Duration rotateAfter;
  private final SegmentFile.Opener files;
  private final LineBuffer waiting = new LineBuffer();
  private long firstSeq;
  private long since;

  private @Nullable Segment segment;
  private @Nullable SegmentFile file;
  private long written;
  private boolean unforced;

  /** Opens nothing yet; {@code rotateBytes} and {@code rotateAfter} say when a segment is full. */
  public SegmentWriter(Path dir, long rotateBytes, Duration rotateAfter, SegmentFile.Opener files) {
    this.dir = dir;
    this.rotateBytes = rotateBytes;
    this.rotateAfter = rotateAfter;
    this.files = files;
  }

  /**
   * Whether another line may wait; false once a failing disk has left {@value #LIMIT} bytes
   * waiting.
   */
  public boolean hasRoom() {
    return waiting.size() < LIMIT;
  }

  /** How many lines wait for the disk. */
  public long waitingLines() {
    return waiting.lines();
  }

  /** Whether enough waits to be written now. */
  public boolean isDue() {
    return waiting.size() >= BATCH;
  }

  /** Takes a line; {@link #hasRoom} was asked before. */
  public void add(byte[] line, long seq, long now) {
    if (file == null && waiting.size() == 0) {
      firstSeq = seq;
      since = now;
    }
    waiting.add(line);
  }

  /** Whether the segment has grown or aged enough to be closed. */
  public boolean isFull(long now) {
    long size = written + waiting.size();
    return size > 0 && (size >= rotateBytes || Math.abs(now - since) >= rotateAfter.toMillis());
  }

  /** Hands everything to the operating system, and to the disk where {@code sync}. */
  public void flush(boolean sync) throws IOException {
    if (waiting.size() > 0) {
      SegmentFile open = open();
      int size = waiting.size();
      try {
        unforced = true;
        waiting.writeTo(open);
      } finally {
        written += size - waiting.size();
      }
    }
    if (sync && unforced && file != null) {
      file.force();
      unforced = false;
    }
  }

  private SegmentFile open() throws IOException {
    SegmentFile open = file;
    if (open == null) {
      Segment fresh = Segment.create(dir, since, firstSeq);
      open = files.open(fresh.path());
      file = open;
      segment = fresh;
      written = 0;
    }
    return open;
  }

  /** Flushes, and ends the segment; a later line begins the next. */
  public void endSegment() throws IOException {
    flush(true);
    letGo();
  }

  /** Lets go of the file as it is; what waits is lost. */
  public void letGo() throws IOException {
    SegmentFile open = file;
    file = null;
    segment = null;
    written = 0;
    if (open != null) {
      open.close();
    }
  }

  /** The segment that is still written; null for none. */
  public @Nullable Segment segment() {
    return segment;
  }
}
