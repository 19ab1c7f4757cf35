package io.github.danmuhub.log;

import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.log.segment.Packing;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs closed segments and drops those that are no longer wanted, on the thread {@code
 * danmu-log-upkeep}, which may take its time: nobody waits for it.
 */
final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /** A disk that has just refused a packed segment is left alone for so many rounds. */
  private static final int PACK_AGAIN_AFTER = 60;

  private final LogOptions options;
  private final DiskWriter writer;
  private final DiskState disk;
  private final DiskWriter.Work state;
  private final SegmentFolder folder;
  private final Retention retention;
  private final Upkeep upkeep = new Upkeep("danmu-log-upkeep");
  private final Outage outage = new Outage("a closed segment stays unpacked");
  private int rests;

  /**
   * @param state writes what the folder has to say of this run, where somebody removed it
   */
  Housekeeping(LogOptions options, DiskWriter writer, DiskState disk, DiskWriter.Work state) {
    this.options = options;
    this.writer = writer;
    this.disk = disk;
    this.state = state;
    this.folder = new SegmentFolder(options.dir());
    this.retention = new Retention(options.keep());
  }

  void start() {
    upkeep.start(this::tend);
  }

  private void tend() {
    if (rests > 0) {
      rests--;
    } else {
      tendAll();
    }
  }

  private void tendAll() {
    try {
      if (LogState.isMissing(options.dir())) {
        state.run();
      }
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
      if (segment.isPlain() && !upkeep.isOutOfTime() && Files.exists(segment.path())) {
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
    upkeep.close(this::tend);
  }
}
