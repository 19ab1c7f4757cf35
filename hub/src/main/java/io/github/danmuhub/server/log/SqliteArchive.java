package io.github.danmuhub.server.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive in one SQLite file (WAL). One thread of its own writes, in batches. Its queue holds
 * {@value #QUEUE} events and drops the newest, counted; so does a disk that refuses them.
 *
 * <p>A run that ended without {@link #close} may have lost its last events: the next one skips
 * {@value #SKIP_AFTER_CRASH} numbers, so that none is given twice and readers are told of the gap.
 */
public final class SqliteArchive implements Archive {
  static final int QUEUE = 10_000;
  static final int SKIP_AFTER_CRASH = 100_000;
  private static final int BATCH = 500;
  private static final long CLOSE_WAIT_MS = 2_000;
  private static final long SETTLE_WAIT_MS = 2_000;

  /** Of one read: large events must not fill the memory by the thousand. */
  private static final long READ_BYTES = 4 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(SqliteArchive.class);

  private final SqliteFile file;
  private final int maxEvents;
  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong dropped = new AtomicLong();
  private final Thread writer = new Thread(this::writeAll, "danmu-server-archive");

  /** In the file; the writer's own. */
  private long rows;

  /** Whether the disk took nothing the last time. */
  private volatile boolean failing;

  /** Up to here all is in the file, or refused. Guarded by this. */
  private long settled;

  private volatile boolean closing;
  private volatile long newest;

  private SqliteArchive(SqliteFile file, int maxEvents) {
    this.file = file;
    this.maxEvents = maxEvents;
    this.rows = file.rows();
    this.settled = file.startAfter();
  }

  /**
   * Opens or makes it.
   *
   * @throws ArchiveException where it cannot be opened or another process has it
   */
  public static SqliteArchive open(Path path, int maxEvents) throws IOException {
    SqliteArchive archive = new SqliteArchive(SqliteFile.open(path), maxEvents);
    archive.writer.setDaemon(true);
    archive.writer.start();
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
    if (closing || !queue.offer(entry)) {
      dropped.incrementAndGet();
    }
  }

  private void writeAll() {
    List<Entry> batch = new ArrayList<>(BATCH);
    try {
      while (!closing || !queue.isEmpty()) {
        Entry first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
          write(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<Entry> batch) {
    try {
      Connection db = file.writing();
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
      long kept = rows + batch.size();
      long old = Math.max(0, kept - maxEvents);
      prune(db, old);
      db.commit();
      rows = kept - old;
      accepted();
    } catch (SQLException e) {
      refused(batch.size(), e);
    }
    settle(batch.get(batch.size() - 1).seq());
  }

  private synchronized void settle(long seq) {
    settled = seq;
    notifyAll();
  }

  /** What is on its way to the disk is no gap. */
  private synchronized void awaitSettled(long seq) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SETTLE_WAIT_MS);
    try {
      while (settled < seq && newest >= seq && !closing) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          return;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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

  /** Told once, until it takes some again. */
  private void refused(int events, SQLException e) {
    if (!failing) {
      LOG.warn(
          "The archive refuses events, the hub goes on without and tries again: {}",
          e.getMessage());
    }
    failing = true;
    dropped.addAndGet(events);
    file.rollback();
  }

  private void accepted() {
    if (failing) {
      LOG.warn("The archive takes events again; {} are lost in all", dropped.get());
    }
    failing = false;
  }

  @Override
  public List<Entry> read(long after, int limit) {
    awaitSettled(after + 1);
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
    return dropped.get();
  }

  @Override
  public boolean isFailing() {
    return failing;
  }

  @Override
  public void close() {
    closing = true;
    try {
      writer.join(CLOSE_WAIT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    file.close(!writer.isAlive(), newest);
  }
}
