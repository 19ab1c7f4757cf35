package io.github.danmuhub.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The archive in one SQLite file (WAL), behind an {@link ArchiveQueue}. */
public final class SqliteArchive implements Archive {
  /** Of one read: large events must not fill the memory by the thousand. */
  private static final long READ_BYTES = 4 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(SqliteArchive.class);

  private final Path path;
  private final SqliteFile file;
  private final int maxEvents;
  private final ArchiveQueue queue;

  /** In the file; the queue's thread only. */
  private long rows;

  private volatile long newest;

  private SqliteArchive(Path path, SqliteFile file, int maxEvents) {
    this.path = path;
    this.file = file;
    this.maxEvents = maxEvents;
    this.rows = file.rows();
    this.queue = new ArchiveQueue(this::write, file.startAfter());
  }

  /**
   * Opens or makes it.
   *
   * @throws ArchiveException where it cannot be opened or another process has it
   */
  public static SqliteArchive open(Path path, int maxEvents) throws IOException {
    SqliteArchive archive = new SqliteArchive(path, SqliteFile.open(path), maxEvents);
    archive.queue.start();
    return archive;
  }

  @Override
  public String hub() {
    return file.hub();
  }

  @Override
  public long startAfter() {
    return file.startAfter();
  }

  @Override
  public void append(Entry entry) {
    newest = entry.seq();
    queue.add(entry);
  }

  private void write(List<Entry> batch) throws SQLException {
    try {
      Connection db = file.writing();
      insert(db, batch);
      long kept = rows + batch.size();
      long old = Math.max(0, kept - maxEvents);
      prune(db, old);
      db.commit();
      rows = kept - old;
    } catch (SQLException e) {
      file.rollback();
      throw e;
    }
  }

  private static void insert(Connection db, List<Entry> batch) throws SQLException {
    try (PreparedStatement insert =
        db.prepareStatement("insert or ignore into event values (?, ?, ?, ?)")) {
      for (Entry entry : batch) {
        insert.setLong(1, entry.seq());
        insert.setString(2, entry.room());
        insert.setString(3, entry.type());
        insert.setBytes(4, entry.json());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** By count and not by number: numbers may have holes. */
  private static void prune(Connection db, long events) throws SQLException {
    try (PreparedStatement delete =
        db.prepareStatement(
            "delete from event where seq in (select seq from event order by seq limit ?)")) {
      delete.setLong(1, events);
      delete.executeUpdate();
    }
  }

  @Override
  public List<Entry> read(long after, int limit) throws ArchiveException {
    if (!queue.awaitSettled(after + 1)) {
      throw new ArchiveException(path, "the disk has not yet taken the events after " + after);
    }
    try (Connection db = file.reading();
        PreparedStatement select =
            db.prepareStatement(
                "select seq, room, type, json from event where seq > ? order by seq limit ?")) {
      select.setLong(1, after);
      select.setInt(2, limit);
      return entries(select);
    } catch (SQLException e) {
      LOG.warn("The archive cannot be read: {}", e.getMessage());
      return List.of();
    }
  }

  private static List<Entry> entries(PreparedStatement select) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    long bytes = 0;
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next() && bytes < READ_BYTES) {
        byte[] json = rows.getBytes(4);
        entries.add(new Entry(rows.getLong(1), rows.getString(2), rows.getString(3), json));
        bytes += json.length;
      }
    }
    return entries;
  }

  @Override
  public long dropped() {
    return queue.dropped();
  }

  @Override
  public boolean isFailing() {
    return queue.isFailing();
  }

  @Override
  public void close() {
    boolean whole = queue.close();
    file.close(whole, newest);
  }
}
