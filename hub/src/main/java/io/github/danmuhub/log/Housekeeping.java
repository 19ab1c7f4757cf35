package io.github.danmuhub.log;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.log.segment.Packing;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs closed segments and drops those that are no longer wanted, on the thread {@code
 * danmu-log-upkeep}, which may take its time: nobody waits for it.
 */
final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final long EVERY_MS = 1_000;

  /** Work left over at the end waits for the next start. */
  private static final long CLOSE_WITHIN_MS = 4_000;

  /** A disk that has just refused a packed segment is left alone for so many rounds. */
  private static final int PACK_AGAIN_AFTER = 60;

  private final LogOptions options;
  private final LogState running;
  private final DiskWriter writer;
  private final DiskState disk;
  private final SegmentFolder folder;
  private final Retention retention;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Housekeeping::thread);
  private final Outage outage = new Outage("a closed segment stays unpacked");
  private int rests;
  private volatile boolean stop;

  /**
   * @param running what the folder has to say of this run; written again where it was removed
   */
  Housekeeping(LogOptions options, LogState running, DiskWriter writer, DiskState disk) {
    this.options = options;
    this.running = running;
    this.writer = writer;
    this.disk = disk;
    this.folder = new SegmentFolder(options.dir());
    this.retention = new Retention(options.keep());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "danmu-log-upkeep");
    thread.setDaemon(true);
    return thread;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it catches what it throws
  void start() {
    thread.scheduleWithFixedDelay(this::tend, EVERY_MS, EVERY_MS, MILLISECONDS);
  }

  /** A task that throws would never be run again. */
  private void tend() {
    try {
      if (rests > 0) {
        rests--;
      } else {
        tendAll();
      }
    } catch (RuntimeException e) {
      LOG.error("a fault of the log", e);
    }
  }

  private void tendAll() {
    try {
      running.keep(options.dir());
      List<Segment> listed = folder.segments();
      Segment open = writer.openSegment(); // asked for afterwards: a later one is not listed
      long openEvents = writer.openEvents();
      List<Segment> closed = listed.stream().filter(each -> !each.equals(open)).toList();
      if (options.keep() > 0) {
        retention.apply(closed, openEvents);
      }
      pack(closed);
      outage.isOver();
    } catch (NoSuchFileException e) {
      LOG.debug("the folder was changed meanwhile: {}", e.getMessage());
    } catch (IOException e) {
      outage.begins(e);
      rests = PACK_AGAIN_AFTER;
    }
  }

  private void pack(List<Segment> closed) throws IOException {
    if (options.compression() == Compression.NONE) {
      return;
    }
    for (Segment segment : closed) {
      if (segment.isPlain() && !stop && Files.exists(segment.path())) {
        checkRoom(segment);
        Packing.pack(segment, options.compression());
      }
    }
  }

  /** The last bytes of a disk are for what is recorded. */
  private void checkRoom(Segment segment) throws IOException {
    long needed = Files.size(segment.path());
    if (disk.isFailing() || Files.getFileStore(options.dir()).getUsableSpace() < needed) {
      throw new IOException("the disk is nearly full");
    }
  }

  /** Finishes what can be finished in time; the rest is done at the next start. */
  void close() {
    thread.execute(this::tend);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_WITHIN_MS, MILLISECONDS)) {
        stop = true;
        thread.awaitTermination(CLOSE_WITHIN_MS / 4, MILLISECONDS);
      }
    } catch (InterruptedException e) {
      stop = true;
      Thread.currentThread().interrupt();
    }
  }
}
