package io.github.danmuhub.record.frames;

import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureWriter;
import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.DiskState;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RegularFile;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.RecorderFiles;
import io.github.danmuhub.record.frames.FrameQueue.Captured;
import io.github.danmuhub.text.Counted;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Captures the frames of rooms beside their events: {@code TIME-PLATFORM-ROOM.frames.jsonl}, one
 * file a room, rotated by size and time. Writes on a thread of its own, {@code
 * danmu-record-frames}; the {@linkplain FrameQueue queue} before it is bounded. What does not fit
 * it, what a failing disk does not take, or what somebody removes of the files that it writes, is
 * {@linkplain #dropped() counted}. Any thread.
 */
public final class FrameRecorder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FrameRecorder.class);
  private static final long WAIT_MS = 100;
  private static final long LOOK_EACH_MS = 1_000;
  private static final long CLOSE_WITHIN_MS = 4_000;

  private final LogOptions options;
  private final List<Platform> platforms;
  private final boolean raw;
  private final DiskListener listener;
  private final LongSupplier clock;
  private final FrameQueue queue = new FrameQueue();
  private final Map<RoomRef, FrameFile> files = new HashMap<>();
  private final Thread thread = new Thread(this::run, "danmu-record-frames");
  private volatile boolean closing;
  private final AtomicLong written = new AtomicLong();
  private final DiskState disk;
  private boolean toldOfDrops;
  private long lookedAt;

  private FrameRecorder(
      LogOptions options,
      List<Platform> platforms,
      boolean raw,
      DiskListener listener,
      LongSupplier clock) {
    this.options = options;
    this.platforms = List.copyOf(platforms);
    this.raw = raw;
    this.listener = listener;
    this.disk = new DiskState(options.dir(), listener);
    this.clock = clock;
    thread.setDaemon(true);
  }

  /**
   * Starts, in the folder of a recorder that is open already.
   *
   * @param platforms they know what in their frames is secret and is blanked out
   * @param raw whether secrets are written all the same, into files that only their owner reads
   */
  public static FrameRecorder start(
      LogOptions options, List<Platform> platforms, boolean raw, DiskListener listener) {
    return start(options, platforms, raw, listener, System::currentTimeMillis);
  }

  static FrameRecorder start(
      LogOptions options,
      List<Platform> platforms,
      boolean raw,
      DiskListener listener,
      LongSupplier clock) {
    FrameRecorder recorder = new FrameRecorder(options, platforms, raw, listener, clock);
    recorder.thread.start();
    return recorder;
  }

  /** What hears a room. */
  public FrameTap tap(RoomRef room) {
    return new RoomTap(room, queue, clock);
  }

  private void run() {
    try {
      while (!closing || !queue.isEmpty()) {
        List<Captured> batch = queue.take(WAIT_MS);
        byRoom(batch).forEach(this::write);
        tellOfDrops();
        look(clock.getAsLong());
      }
      tellOfRemoved();
    } catch (InterruptedException e) {
      LOG.warn("stopped with frames unwritten");
    }
    files.values().forEach(FrameRecorder::close);
  }

  /** Now and then, since a room may be still for long. */
  private void look(long now) {
    if (Math.abs(now - lookedAt) >= LOOK_EACH_MS) {
      lookedAt = now;
      tellOfRemoved();
    }
  }

  /** Of all rooms at once: they share the folder. */
  private void tellOfRemoved() {
    long lost = 0;
    for (FrameFile file : files.values()) {
      lost += file.isStill() ? 0 : file.forget();
    }
    if (lost > 0) {
      disk.refused(removed(lost));
      disk.lose(lost);
      written.addAndGet(-lost);
    }
  }

  private RecordingException removed(long lost) {
    return new RecordingException(
        Phrase.of("recording.frames-removed", options.dir(), Counted.losses(lost)));
  }

  private static Map<RoomRef, List<CaptureEntry>> byRoom(List<Captured> batch) {
    Map<RoomRef, List<CaptureEntry>> rooms = new LinkedHashMap<>();
    for (Captured captured : batch) {
      rooms.computeIfAbsent(captured.room(), room -> new ArrayList<>()).add(captured.entry());
    }
    return rooms;
  }

  private void write(RoomRef room, List<CaptureEntry> entries) {
    try {
      FrameFile file = files.computeIfAbsent(room, this::file);
      if (!file.isStill()) {
        tellOfRemoved();
      }
      file.write(entries, clock.getAsLong());
      written.addAndGet(entries.size());
      disk.took();
    } catch (IOException e) {
      disk.refused(e);
      disk.lose(entries.size());
    } catch (RuntimeException e) {
      LOG.error("{}: {} frames are lost to a fault", room, entries.size(), e);
      disk.lose(entries.size());
    }
  }

  private void tellOfDrops() {
    if (!toldOfDrops && queue.dropped() > 0) {
      toldOfDrops = true;
      listener.failing(new RecordingException(Phrase.of("recording.frames-fast", options.dir())));
    }
  }

  private FrameFile file(RoomRef room) {
    String name = (room.platform() + "-" + room.room()).replaceAll("[^A-Za-z0-9._-]", "_");
    return new FrameFile(
        now -> options.dir().resolve(Segment.time(now) + "-" + name + RecorderFiles.FRAMES),
        options.rotateAfter().toMillis(),
        path -> open(path, room.platform()));
  }

  private CaptureWriter open(Path file, String platform) throws IOException {
    RegularFile.check(file);
    if (!raw) {
      return CaptureWriter.redacting(file, platforms, platform);
    }
    if (!Files.exists(file)
        && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return CaptureWriter.raw(file);
  }

  /**
   * How many entries were written and are still there: frames, and the opening and closing of
   * sockets.
   */
  public long written() {
    return written.get();
  }

  /** How many entries were lost, to a full queue, to the disk, or with a removed file. */
  public long dropped() {
    return queue.dropped() + disk.lost();
  }

  /** Whether the disk takes nothing at the moment. */
  public boolean isFailing() {
    return disk.isFailing();
  }

  private static void close(FrameFile file) {
    try {
      file.close();
    } catch (IOException e) {
      LOG.warn("a capture cannot be closed: {}", e.getMessage());
    }
  }

  /** Writes what is queued, within 4 s, and closes the files. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(CLOSE_WITHIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }
}
