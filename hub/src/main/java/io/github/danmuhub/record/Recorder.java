package io.github.danmuhub.record;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.platform.RoomRef;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records events as JSONL: numbers them, flushes them at least each second, rotates, packs what is
 * closed and keeps an index beside it. One recorder a folder. Any thread; calls wait for each other
 * and, at most, for the operating system to take a buffer.
 *
 * <p>When the disk fails, what is written stays, the listener is told once, and further events are
 * {@linkplain #lost() counted} until the recorder is closed.
 */
public final class Recorder implements Consumer<LiveEvent>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final RecorderOptions options;
  private final Consumer<RecordingException> onFailure;
  private final LongSupplier clock;
  private final DirectoryLock lock;
  private final ReadReport found;
  private final Map<RoomRef, Long> lastHeard;
  private final Upkeep upkeep;

  private @Nullable SegmentWriter segment;
  private long seq;
  private long lost;
  private boolean failed;
  private boolean closed;

  private Recorder(
      RecorderOptions options,
      Consumer<RecordingException> onFailure,
      LongSupplier clock,
      DirectoryLock lock)
      throws IOException {
    Recovery recovery = Recovery.in(options.dir());
    this.options = options;
    this.onFailure = onFailure;
    this.clock = clock;
    this.lock = lock;
    this.found = recovery.report();
    this.lastHeard = new HashMap<>(recovery.lastHeard());
    this.seq = recovery.lastSeq();
    this.upkeep = new Upkeep(options, this, recovery.lastSeq());
  }

  /**
   * Starts to record, after the last event of an earlier recording in the same folder.
   *
   * @param onFailure told once, on any thread, when nothing more can be recorded
   * @throws RecordingException if the folder cannot be written or another recorder has it
   */
  public static Recorder open(RecorderOptions options, Consumer<RecordingException> onFailure)
      throws RecordingException {
    return open(options, onFailure, System::currentTimeMillis);
  }

  static Recorder open(
      RecorderOptions options, Consumer<RecordingException> onFailure, LongSupplier clock)
      throws RecordingException {
    try {
      DirectoryLock lock = DirectoryLock.take(options.dir());
      try {
        Recorder recorder = new Recorder(options, onFailure, clock, lock);
        recorder.upkeep.start();
        return recorder;
      } catch (IOException e) {
        lock.close();
        throw e;
      }
    } catch (RecordingException e) {
      throw e;
    } catch (IOException e) {
      throw RecordingException.writing(options.dir(), e);
    }
  }

  /** Records one event. */
  @Override
  public void accept(LiveEvent event) {
    record(event);
  }

  /** Records one event and tells its number; null where it could not be recorded. */
  public synchronized @Nullable Numbered record(LiveEvent event) {
    if (failed || closed) {
      lost++;
      return null;
    }
    try {
      Gap missed = missedBefore(event.origin());
      if (missed != null) {
        append(missed);
      }
      return append(event);
    } catch (IOException e) {
      lost++;
      fail(e);
      return null;
    }
  }

  /** What a room's first event after a start has to say: that nobody listened before it. */
  private @Nullable Gap missedBefore(Origin origin) {
    Long heard = lastHeard.remove(new RoomRef(origin.platform(), origin.room()));
    if (heard == null || heard >= origin.received()) {
      return null;
    }
    Origin ours = Origin.ours(origin.platform(), origin.room(), origin.received());
    return new Gap(ours, heard, origin.received(), "the recorder was not running");
  }

  private Numbered append(LiveEvent event) throws IOException {
    Numbered numbered = new Numbered(seq + 1, event);
    SegmentWriter writer = segmentFor(numbered.seq());
    writer.writeLine(EventWriter.write(numbered));
    seq++;
    return numbered;
  }

  private SegmentWriter segmentFor(long next) throws IOException {
    SegmentWriter open = segment;
    long now = clock.getAsLong();
    if (open != null && isFull(open, now)) {
      open.close();
      open = null;
    }
    if (open == null) {
      open = SegmentWriter.open(Segment.create(options.dir(), now, next), now);
      segment = open;
    }
    return open;
  }

  private boolean isFull(SegmentWriter writer, long now) {
    return writer.size() >= options.rotateBytes()
        || now - writer.openedAt() >= options.rotateAfter().toMillis();
  }

  /** Hands what was recorded to the operating system, and closes a segment of full age. */
  synchronized void flush() {
    SegmentWriter open = segment;
    if (open == null || failed) {
      return;
    }
    try {
      open.flush(options.sync());
      if (isFull(open, clock.getAsLong())) {
        open.close();
        segment = null;
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(IOException e) {
    failed = true;
    if (segment != null) {
      segment.abandon();
    }
    RecordingException words = RecordingException.writing(options.dir(), e);
    LOG.error("{}", words.getMessage());
    onFailure.accept(words);
  }

  /** The segment that is still written; null for none. */
  synchronized @Nullable Segment openSegment() {
    return segment == null ? null : segment.segment();
  }

  /** The number of the last event; goes on from the folder's earlier recordings. */
  public synchronized long lastSeq() {
    return seq;
  }

  /** How many events could not be recorded since the disk failed or the recorder was closed. */
  public synchronized long lost() {
    return lost;
  }

  /**
   * What was found in the last segment of an earlier recording: a torn line, where it was killed.
   */
  public ReadReport found() {
    return found;
  }

  /** Flushes, closes and packs the last segment and brings the index up to date. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      flush();
      closeSegment();
      closed = true;
    }
    upkeep.close();
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("the lock of {} cannot be freed: {}", options.dir(), e.getMessage());
    }
  }

  private void closeSegment() {
    if (segment == null || failed) {
      return;
    }
    try {
      segment.close();
      segment = null;
    } catch (IOException e) {
      fail(e);
    }
  }
}
