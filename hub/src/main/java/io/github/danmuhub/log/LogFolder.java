package io.github.danmuhub.log;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.log.segment.FolderLock;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.SegmentFile;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.log.segment.SegmentWriter;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log on disk, which is a plain recording: JSONL segments, with {@code log.json} and the cursors
 * of {@link LogReader}s beside them. One process a folder. Any thread.
 *
 * <p>A run that was killed may have given numbers to events that never reached the disk, nobody
 * knows how many: the next one goes on {@value Page#LEFT_OUT} further.
 */
public final class LogFolder implements LogDisk {
  private static final Logger LOG = LoggerFactory.getLogger(LogFolder.class);

  /** So many numbers a run may need. */
  private static final long A_RUN = 1_000_000_000_000_000L;

  private final LogOptions options;
  private final FolderLock lock;
  private final String hub;
  private final long found;
  private final long startAfter;
  private final LongSupplier clock;
  private final Absences absences;
  private final DiskState disk;
  private final DiskQueue queue;
  private final DiskWriter writer;
  private final Housekeeping housekeeping;
  private final Blocks blocks;
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile long last;

  private LogFolder(
      LogOptions options,
      DiskListener listener,
      LongSupplier clock,
      SegmentFile.Opener files,
      FolderLock lock)
      throws IOException {
    Recovery found = Recovery.in(options.dir());
    LogState before = LogState.in(options.dir());
    this.options = options;
    this.lock = lock;
    this.hub = before.hub();
    this.found = found.lastSeq();
    this.startAfter = startAfter(options.dir(), Math.max(before.last(), found.lastSeq()), before);
    this.last = startAfter;
    this.clock = clock;
    this.absences = Absences.since(before.heard(), found.heard());
    this.disk = new DiskState(options.dir(), listener);
    this.queue = new DiskQueue(startAfter);
    SegmentWriter segments =
        new SegmentWriter(lock, options.rotateBytes(), options.rotateAfter(), files);
    this.writer = new DiskWriter(options, queue, segments, disk, this::keepState, clock);
    this.housekeeping = new Housekeeping(options, writer, disk, this::keepState);
    this.blocks = new Blocks(new SegmentFolder(options.dir()));
    keepState();
  }

  private static long startAfter(Path dir, long last, LogState before) throws RecordingException {
    if (last > Numbered.LAST - A_RUN) {
      throw new RecordingException(Phrase.of("recording.numbers", dir, last));
    }
    return before.clean() ? last : last + Page.LEFT_OUT;
  }

  /** Of a run that goes on; a killed one leaves it so. */
  private void keepState() throws IOException {
    new LogState(hub, false, startAfter, absences.heard()).write(options.dir());
  }

  /**
   * Opens or makes it.
   *
   * @throws RecordingException where the folder cannot be written or another process has it; one
   *     line that says what to do
   */
  public static LogFolder open(LogOptions options, DiskListener listener)
      throws RecordingException {
    return open(options, listener, System::currentTimeMillis, SegmentFile::open);
  }

  /** The same, on a disk and by a clock of another's. */
  public static LogFolder open(
      LogOptions options, DiskListener listener, LongSupplier clock, SegmentFile.Opener files)
      throws RecordingException {
    try {
      FolderLock lock = FolderLock.take(options.dir());
      try {
        LogFolder folder = new LogFolder(options, listener, clock, files, lock);
        folder.writer.start();
        folder.housekeeping.start();
        return folder;
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

  /** Whether the log itself, and not one of its segments, has a file of that name. */
  public static boolean isNameOfOne(String file) {
    return LogState.isNameOfOne(file) || CursorFile.isNameOfOne(file);
  }

  public Path dir() {
    return options.dir();
  }

  @Override
  public String hub() {
    return hub;
  }

  /** The last number in the segments that were found; 0 for none. */
  public long found() {
    return found;
  }

  @Override
  public long startAfter() {
    return startAfter;
  }

  @Override
  public List<Gap> before(LiveEvent event) {
    return absences.before(event);
  }

  @Override
  public void heard(RoomRef room, long at, String why) {
    absences.elsewhere(room, at, why);
  }

  @Override
  public void append(Entry entry, Origin origin) {
    last = entry.seq();
    if (!queue.offer(new DiskQueue.Line(entry, origin, clock.getAsLong()))) {
      disk.lose(1);
    }
  }

  /** Waits until the next event is not dropped, as far as that depends on a disk that works. */
  public void awaitRoom() throws InterruptedException {
    queue.awaitRoom();
  }

  /** Hands what was appended to the operating system, as far as the disk takes it; blocks. */
  public void flush() {
    writer.flush();
  }

  @Override
  public List<Entry> read(long after, int limit) throws NotYetException {
    if (!queue.awaitSettled(after + 1)) {
      throw new NotYetException(after);
    }
    try {
      return blocks.after(after, limit);
    } catch (IOException e) {
      LOG.warn("{} cannot be read: {}", options.dir(), e.getMessage());
      return List.of();
    }
  }

  @Override
  public long lost() {
    return disk.lost();
  }

  @Override
  public boolean isFailing() {
    return disk.isFailing();
  }

  /** Writes what waits, closes the last segment and packs it, as far as there is time. */
  @Override
  public void close() {
    if (closing.getAndSet(true)) {
      return;
    }
    boolean whole = writer.close();
    housekeeping.close();
    try (lock) {
      if (whole) {
        new LogState(hub, true, last, absences.heard()).write(options.dir());
      }
    } catch (IOException e) {
      LOG.warn("{} is not closed in order: {}", options.dir(), e.getMessage());
    }
  }
}
