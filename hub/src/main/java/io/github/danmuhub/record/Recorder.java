package io.github.danmuhub.record;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.LogFolder;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.SegmentFile;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Records events: a log on disk, with an index beside it. Nothing is dropped for the sake of speed:
 * whoever is faster than the disk waits for it. What a disk that fails does not take is {@linkplain
 * #lost() counted} and becomes a gap in its room. Any thread.
 */
public final class Recorder implements Consumer<LiveEvent>, AutoCloseable {
  private final LogFolder folder;
  private final EventLog log;
  private final IndexKeeper index;

  private Recorder(LogFolder folder, int windowEvents, long windowBytes) {
    this.folder = folder;
    this.log = EventLog.onDisk(windowEvents, windowBytes, folder);
    this.index = new IndexKeeper(folder.dir(), folder.found());
  }

  /**
   * Starts to record, after the last event of an earlier recording in the same folder.
   *
   * @throws RecordingException if the folder cannot be written or another recorder has it; one line
   *     that says what to do
   */
  public static Recorder open(LogOptions options, DiskListener listener) throws RecordingException {
    return over(LogFolder.open(options, listener), 1, 1);
  }

  static Recorder open(
      LogOptions options, DiskListener listener, LongSupplier clock, SegmentFile.Opener files)
      throws RecordingException {
    return over(LogFolder.open(options, listener, clock, files), 1, 1);
  }

  /** In a folder that is open; so much stays in memory, for those who read its {@link #log}. */
  static Recorder over(LogFolder folder, int windowEvents, long windowBytes) {
    Recorder recorder = new Recorder(folder, windowEvents, windowBytes);
    recorder.index.start();
    return recorder;
  }

  /** What is recorded. Who appends to it does not wait for the disk. */
  EventLog log() {
    return log;
  }

  /** Records one event. */
  @Override
  public void accept(LiveEvent event) {
    try {
      folder.awaitRoom();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    log.append(event);
  }

  /** Hands what was recorded to the operating system, as far as the disk takes it. */
  void flush() {
    folder.flush();
  }

  /** Whether the disk takes nothing at the moment. Never waits. */
  public boolean isFailing() {
    return folder.isFailing();
  }

  /** The number of the last event; goes on from the folder's earlier recordings. Never waits. */
  public long lastSeq() {
    return log.last();
  }

  /**
   * How many events could not be recorded, because the disk failed or the recorder was closed, or
   * were removed again. Never waits.
   */
  public long lost() {
    return folder.lost();
  }

  /**
   * Flushes and closes the last segment, packs it where there is room, and brings the index up to
   * date.
   */
  @Override
  public void close() {
    log.close();
    index.close();
  }
}
