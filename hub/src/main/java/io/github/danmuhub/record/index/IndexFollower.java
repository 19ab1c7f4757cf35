package io.github.danmuhub.record.index;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.log.segment.FileIdentity;
import io.github.danmuhub.log.segment.LineReader;
import io.github.danmuhub.log.segment.RegularFile;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index by reading what was recorded, so that a missing, broken or late index and a live
 * one are filled by the same code, and no event waits for it. One thread.
 */
public final class IndexFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
  private static final int BATCH = 2_000;

  private final Path dir;
  private final IndexWriter index;
  private final FileIdentity identity;
  private String file = "";
  private long offset;
  private boolean done;

  private IndexFollower(Path dir, IndexWriter index) throws IOException {
    this.dir = dir;
    this.index = index;
    this.identity = FileIdentity.of(dir.resolve(IndexSchema.FILE));
  }

  /** Whether its file is there still: SQLite goes on with a removed one, for nobody. */
  public boolean isStill() {
    return identity.isStill();
  }

  /**
   * The index of {@code dir}, made anew where it is none of ours.
   *
   * @param lastSeq the recording's last; an index that claims to know more belongs to another one
   */
  public static IndexFollower open(Path dir, long lastSeq) throws SQLException, IOException {
    IndexWriter index = openOrRemake(dir);
    if (index.lastSeq() > lastSeq) {
      index.close();
      remove(dir);
      index = openOrRemake(dir);
    }
    return new IndexFollower(dir, index);
  }

  /** A full disk is no reason to make it anew. */
  private static IndexWriter openOrRemake(Path dir) throws SQLException, IOException {
    Path file = dir.resolve(IndexSchema.FILE);
    RegularFile.check(file);
    try {
      return IndexWriter.open(file);
    } catch (SQLException e) {
      if (!IndexSchema.isBroken(e)) {
        throw e;
      }
      LOG.warn("{} is made anew: {}", file, e.getMessage());
      remove(dir);
      return IndexWriter.open(file);
    }
  }

  private static void remove(Path dir) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(dir.resolve(IndexSchema.FILE + suffix));
    }
  }

  /** Reads on to the end of what is written, or until {@code stop}. */
  public void catchUp(BooleanSupplier stop) throws IOException, SQLException {
    List<Segment> segments = new SegmentFolder(dir).segments();
    for (int i = first(segments); i < segments.size() && !stop.getAsBoolean(); i++) {
      Segment segment = segments.get(i);
      if (!segment.name().equals(file)) {
        file = segment.name();
        offset = 0;
        done = false;
      }
      if (!done) {
        follow(segment, stop);
        done = !segment.isPlain() && !stop.getAsBoolean(); // a packed one does not grow
      }
    }
  }

  /** The segment where the last one left off, or the one that holds the index's last event. */
  private int first(List<Segment> segments) {
    int first = 0;
    for (int i = 0; i < segments.size(); i++) {
      boolean known = file.isEmpty() && segments.get(i).firstSeq() <= index.lastSeq();
      if (known || segments.get(i).name().equals(file)) {
        first = i;
      }
    }
    return first;
  }

  private void follow(Segment segment, BooleanSupplier stop) throws IOException, SQLException {
    long start = offset;
    try (LineReader lines = open(segment)) {
      List<Numbered> batch = new ArrayList<>();
      long whole = 0;
      while (!stop.getAsBoolean() && hasNext(lines, segment) && lines.isWhole()) {
        whole = lines.offset();
        read(lines, batch);
        if (batch.size() == BATCH) {
          write(batch, start + whole);
        }
      }
      write(batch, start + whole);
    }
  }

  private LineReader open(Segment segment) throws IOException {
    try {
      return new LineReader(segment.unpacked(offset));
    } catch (IOException e) {
      leaveOutTheRestOf(segment, e);
      return new LineReader(InputStream.nullInputStream());
    }
  }

  private static boolean hasNext(LineReader lines, Segment segment) throws IOException {
    try {
      return lines.next();
    } catch (IOException e) {
      leaveOutTheRestOf(segment, e);
      return false;
    }
  }

  /**
   * A packed segment ends where it is damaged, as it does for every other reader. One that the
   * system does not let us read now is tried again.
   */
  private static void leaveOutTheRestOf(Segment segment, IOException e) throws IOException {
    if (segment.isPlain() || e instanceof FileSystemException) {
      throw e;
    }
    LOG.warn("the index leaves out the rest of {}: {}", segment.path(), e.getMessage());
  }

  private static void read(LineReader lines, List<Numbered> batch) {
    try {
      if (!lines.isTooLong()) {
        batch.add(EventReader.read(lines.line()));
      }
    } catch (BadEventException e) {
      LOG.debug("not indexed: {}", e.why());
    }
  }

  private void write(List<Numbered> batch, long upTo) throws SQLException, IOException {
    if (!batch.isEmpty()) {
      insert(batch);
      batch.clear();
    }
    offset = upTo;
  }

  /** One whose pages turn out to be broken is thrown away; the next to be opened is made anew. */
  private void insert(List<Numbered> batch) throws SQLException, IOException {
    try {
      index.write(batch);
    } catch (SQLException e) {
      if (IndexSchema.isBroken(e)) {
        index.close();
        remove(dir);
      }
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    index.close();
  }
}
