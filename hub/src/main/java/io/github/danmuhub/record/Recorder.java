package io.github.danmuhub.record;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.log.segment.FolderLock;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RemovedException;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFile;
import io.github.danmuhub.log.segment.SegmentWriter;
import io.github.danmuhub.platform.RoomRef;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
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
 * <p>When the disk fails, what is written stays, the listener is told, and events wait in memory,
 * in up to {@value SegmentWriter#LIMIT} bytes; further ones are {@linkplain #lost() counted} and
 * become a gap in their room. Each flush tries again; what is written on continues where it
 * stopped. What somebody removes of this run's segments is counted and becomes a gap too.
 */
public final class Recorder implements Consumer<LiveEvent>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final RecorderOptions options;
  private final DiskState disk;
  private final LongSupplier clock;
  private final FolderLock lock;
  private final Absences absences;
  private final SegmentWriter writer;
  private final Upkeep upkeep;
  private final AtomicLong seq;

  private boolean closed;

  private Recorder(
      RecorderOptions options,
      RecorderListener listener,
      LongSupplier clock,
      SegmentFile.Opener files,
      FolderLock lock)
      throws IOException {
    Recovery recovery = Recovery.in(options.dir());
    this.options = options;
    this.disk = new DiskState(options.dir(), listener);
    this.clock = clock;
    this.lock = lock;
    this.absences = Absences.since(recovery.heard());
    this.seq = new AtomicLong(recovery.lastSeq());
    this.writer = new SegmentWriter(lock, options.rotateBytes(), options.rotateAfter(), files);
    this.upkeep = new Upkeep(options, this, recovery.lastSeq());
  }

  /**
   * Starts to record, after the last event of an earlier recording in the same folder.
   *
   * @throws RecordingException if the folder cannot be written or another recorder has it; one line
   *     that says what to do
   */
  public static Recorder open(RecorderOptions options, RecorderListener listener)
      throws RecordingException {
    return open(options, listener, System::currentTimeMillis, SegmentFile::open);
  }

  static Recorder open(
      RecorderOptions options,
      RecorderListener listener,
      LongSupplier clock,
      SegmentFile.Opener files)
      throws RecordingException {
    try {
      FolderLock lock = FolderLock.take(options.dir());
      try {
        Recorder recorder = new Recorder(options, listener, clock, files, lock);
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
    if (closed || !writer.hasRoom()) {
      disk.lose(1);
      absences.lost(event);
      return null;
    }
    absences.before(event).forEach(this::append);
    return append(event);
  }

  private Numbered append(LiveEvent event) {
    long now = clock.getAsLong();
    if (!disk.isFailing() && writer.isFull(now)) {
      write(writer::endSegment);
    }
    Numbered numbered = new Numbered(seq.incrementAndGet(), event);
    writer.add(EventWriter.write(numbered), RoomRef.of(event.origin()), numbered.seq(), now);
    if (writer.isDue() && !disk.isFailing()) {
      write(() -> writer.flush(false));
    }
    return numbered;
  }

  /** Hands what was recorded to the operating system, and closes a segment of full age. */
  synchronized void flush() {
    if (closed) {
      return;
    }
    boolean full = writer.isFull(clock.getAsLong());
    write(full ? writer::endSegment : () -> writer.flush(options.sync()));
  }

  private interface DiskWork {
    void run() throws IOException;
  }

  private void write(DiskWork work) {
    try {
      work.run();
      disk.took();
    } catch (RemovedException e) {
      disk.lost(e);
      absences.removed(e.lost(), e.since());
    } catch (IOException e) {
      disk.refused(e);
    }
  }

  /** The segment that is still written; null for none. */
  synchronized @Nullable Segment openSegment() {
    return writer.segment();
  }

  /** Whether the disk takes nothing at the moment. Never waits. */
  public boolean isFailing() {
    return disk.isFailing();
  }

  /** The number of the last event; goes on from the folder's earlier recordings. Never waits. */
  public long lastSeq() {
    return seq.get();
  }

  /**
   * How many events could not be recorded, because the disk failed or the recorder was closed, or
   * were removed again. Never waits.
   */
  public long lost() {
    return disk.lost();
  }

  /**
   * Flushes and closes the last segment, packs it where there is room, and brings the index up to
   * date.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      write(writer::endSegment);
      if (disk.isFailing()) {
        write(writer::endSegment); // what waits may fit a new segment
      }
      closed = true;
      giveUpWhatWaits();
    }
    upkeep.close();
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("the lock of {} cannot be freed: {}", options.dir(), e.getMessage());
    }
  }

  private void giveUpWhatWaits() {
    disk.lose(writer.waitingLines());
    try {
      writer.letGo();
    } catch (IOException e) {
      LOG.warn("the open segment of {} cannot be closed: {}", options.dir(), e.getMessage());
    }
  }
}
