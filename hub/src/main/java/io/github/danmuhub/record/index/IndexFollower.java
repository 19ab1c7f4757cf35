package io.github.danmuhub.record.index;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.record.segment.LineReader;
import io.github.danmuhub.record.segment.Segment;
import java.io.IOException;
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
  private String file = "";
  private long offset;

  private IndexFollower(Path dir, IndexWriter index) {
    this.dir = dir;
    this.index = index;
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
    List<Segment> segments = Segment.in(dir);
    for (int i = first(segments); i < segments.size() && !stop.getAsBoolean(); i++) {
      Segment segment = segments.get(i);
      if (!baseName(segment).equals(file)) {
        file = baseName(segment);
        offset = 0;
      }
      follow(segment, stop);
    }
  }

  /** The segment where the last one left off, or the one that holds the index's last event. */
  private int first(List<Segment> segments) {
    int first = 0;
    for (int i = 0; i < segments.size(); i++) {
      boolean known = file.isEmpty() && segments.get(i).firstSeq() <= index.lastSeq();
      if (known || baseName(segments.get(i)).equals(file)) {
        first = i;
      }
    }
    return first;
  }

  private static String baseName(Segment segment) {
    String name = segment.path().getFileName().toString();
    return name.substring(0, name.indexOf(".jsonl"));
  }

  private void follow(Segment segment, BooleanSupplier stop) throws IOException, SQLException {
    long start = offset;
    try (LineReader lines = new LineReader(segment.unpacked(start))) {
      List<Numbered> batch = new ArrayList<>();
      long whole = 0;
      while (!stop.getAsBoolean() && lines.next() && lines.isWhole()) {
        whole = lines.offset();
        read(lines, batch);
        if (batch.size() == BATCH) {
          write(batch, start + whole);
        }
      }
      write(batch, start + whole);
    }
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
      add(batch);
      batch.clear();
    }
    offset = upTo;
  }

  /** One whose pages turn out to be broken is thrown away; the next to be opened is made anew. */
  private void add(List<Numbered> batch) throws SQLException, IOException {
    try {
      index.add(batch);
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
