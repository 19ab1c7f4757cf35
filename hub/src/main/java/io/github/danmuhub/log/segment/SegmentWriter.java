package io.github.danmuhub.log.segment;

import io.github.danmuhub.log.segment.LineBuffer.Line;
import io.github.danmuhub.platform.RoomRef;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Appends lines to the open segment and begins a new one when that is full. Lines wait in memory
 * until {@link #flush}, which opens the file; what a failing disk does not take waits on, in up to
 * {@value #LIMIT} bytes. Each flush first looks whether what was written is still there. One thread
 * at a time.
 */
public final class SegmentWriter {
  /** So much is worth a call of the system. */
  private static final int BATCH = 1 << 16;

  /** So much may wait for a disk that takes nothing. */
  public static final int LIMIT = 16 << 20;

  private final FolderLock folder;
  private final long rotateBytes;
  private final Duration rotateAfter;
  private final SegmentFile.Opener files;
  private final LineBuffer waiting = new LineBuffer();
  private final ClosedSegments closed;
  private @Nullable OpenSegment open;

  /** When the first that waits for a new segment came. */
  private long since;

  /**
   * Opens nothing yet; {@code rotateBytes} and {@code rotateAfter} say when a segment is full.
   *
   * @param folder whose folder it writes to; it stays the caller's to close
   */
  public SegmentWriter(
      FolderLock folder, long rotateBytes, Duration rotateAfter, SegmentFile.Opener files) {
    this.folder = folder;
    this.rotateBytes = rotateBytes;
    this.rotateAfter = rotateAfter;
    this.files = files;
    this.closed = new ClosedSegments(folder.dir());
  }

  /** How many lines wait for the disk. */
  public long waitingLines() {
    return waiting.lines();
  }

  /** How many bytes wait for the disk. */
  public long waitingBytes() {
    return waiting.size();
  }

  /** The number of the first line that waits for the disk; 0 for none. */
  public long firstWaiting() {
    Line first = waiting.first();
    return first == null ? 0 : first.seq();
  }

  /** Whether enough waits to be written now. */
  public boolean isDue() {
    return waiting.size() >= BATCH;
  }

  /** Takes a line; who calls takes care that no more than {@value #LIMIT} bytes wait. */
  public void add(byte[] text, RoomRef room, long seq, long now) {
    if (open == null && waiting.size() == 0) {
      since = now;
    }
    waiting.add(text, new Line(room, seq));
  }

  /** Whether the segment has grown or aged enough to be closed. */
  public boolean isFull(long now) {
    OpenSegment segment = open;
    long size = waiting.size() + (segment == null ? 0 : segment.size());
    long begun = segment == null ? since : segment.since();
    return size > 0 && (size >= rotateBytes || Math.abs(now - begun) >= rotateAfter.toMillis());
  }

  /**
   * Hands everything to the operating system, and to the disk where {@code sync}.
   *
   * @throws RemovedException where something that was written is no longer there; the next flush
   *     begins a new segment
   */
  public void flush(boolean sync) throws IOException {
    checkThere();
    folder.hold();
    if (waiting.size() > 0) {
      open().take(waiting);
    }
    if (sync && open != null) {
      open.force();
    }
  }

  private void checkThere() throws IOException {
    OpenSegment segment = open;
    if (segment != null && segment.isStill()) {
      return; // whatever else somebody removed
    }
    boolean folderGone = folder.isGone();
    if (segment == null && !folderGone) {
      return;
    }
    Path what = folderGone || segment == null ? folder.dir() : segment.segment().path();
    long from = folderGone ? closed.since() : Long.MAX_VALUE;
    Tally lost = folderGone ? closed.takeLost() : new Tally();
    if (segment != null) {
      from = Math.min(from, segment.since());
      lost.add(segment.events());
      waiting.dropCutLine(lost);
      forget(segment);
    }
    if (lost.sum() > 0) {
      throw new RemovedException(what, lost, from);
    }
  }

  private void forget(OpenSegment segment) throws IOException {
    open = null;
    since = segment.since();
    segment.close();
  }

  private OpenSegment open() throws IOException {
    OpenSegment segment = open;
    if (segment == null) {
      Segment next = Segment.create(folder.dir(), since, firstWaiting());
      segment = OpenSegment.begin(next, since, files);
      open = segment;
    }
    return segment;
  }

  /** Flushes, and ends the segment; a later line begins the next. */
  public void endSegment() throws IOException {
    flush(true);
    letGo();
  }

  /** Lets go of the file as it is; what waits is lost. */
  public void letGo() throws IOException {
    OpenSegment segment = open;
    open = null;
    if (segment != null) {
      closed.add(segment);
      segment.close();
    }
  }

  /** The segment that is still written; null for none. */
  public @Nullable Segment segment() {
    OpenSegment segment = open;
    return segment == null ? null : segment.segment();
  }

  /** How many lines are in it. */
  public long segmentEvents() {
    OpenSegment segment = open;
    return segment == null ? 0 : segment.events().sum();
  }
}
