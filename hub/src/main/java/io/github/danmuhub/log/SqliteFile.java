package io.github.danmuhub.log;

import io.github.danmuhub.event.Numbered;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The file of {@link SqliteArchive}: its lock, its tables, whose hub it is and how the last run
 * ended.
 *
 * <p>A run that was killed may have given numbers to events that never reached the disk, nobody
 * knows how many. The next one begins {@link Page#LEFT_OUT} after the last number in the file. A
 * number would be given twice only where the disk refused more events than that in one run.
 */
final class SqliteFile {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);

  private final String url;
  private final ArchiveLock lock;
  private final Connection writing;
  private final String hub;
  private final long startAfter;
  private final long rows;

  private SqliteFile(String url, ArchiveLock lock) throws SQLException {
    this.url = url;
    this.lock = lock;
    this.writing = connect(false);
    try (Statement statement = writing.createStatement()) {
      statement.execute(
          "create table if not exists event"
              + " (seq integer primary key, room text, type text, json blob)");
      statement.execute("create table if not exists meta (key text primary key, value text)");
    }
    this.hub = meta("hub", HubId.random());
    this.startAfter = lastSeq() + (crashed() ? Page.LEFT_OUT : 0);
    checkNumbers(startAfter);
    this.rows = number("select count(*) from event");
    setMeta("running", "1");
    writing.commit();
  }

  static SqliteFile open(Path path) throws IOException {
    ArchiveLock lock = ArchiveLock.take(path);
    try {
      return new SqliteFile("jdbc:sqlite:" + path.toAbsolutePath(), lock);
    } catch (SQLException e) {
      lock.close();
      throw ArchiveException.unusable(path, e);
    }
  }

  String hub() {
    return hub;
  }

  long startAfter() {
    return startAfter;
  }

  /** How many events it held when it was opened. */
  long rows() {
    return rows;
  }

  /** The writer's connection; it commits by itself. */
  Connection writing() {
    return writing;
  }

  /** A new connection that only reads. */
  Connection reading() throws SQLException {
    return connect(true);
  }

  void rollback() {
    try {
      writing.rollback();
    } catch (SQLException e) {
      LOG.debug("rollback: {}", e.getMessage());
      begin();
    }
  }

  /** A full disk ends a transaction by itself; the driver does not know, and begins no other. */
  private void begin() {
    try (Statement statement = writing.createStatement()) {
      statement.execute("begin");
    } catch (SQLException e) {
      LOG.debug("begin: {}", e.getMessage());
    }
  }

  private Connection connect(boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setBusyTimeout(2_000);
    if (!readOnly) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    }
    Connection connection = DriverManager.getConnection(url, config.toProperties());
    if (!readOnly) {
      connection.setAutoCommit(false);
    }
    return connection;
  }

  /** The value of {@code key}, which is {@code otherwise} from now on where there was none. */
  private String meta(String key, String otherwise) throws SQLException {
    try (PreparedStatement select =
        writing.prepareStatement("select value from meta where key = ?")) {
      select.setString(1, key);
      try (ResultSet found = select.executeQuery()) {
        if (found.next()) {
          return found.getString(1);
        }
      }
    }
    setMeta(key, otherwise);
    return otherwise;
  }

  private void setMeta(String key, String value) throws SQLException {
    try (PreparedStatement set =
        writing.prepareStatement("insert or replace into meta values (?, ?)")) {
      set.setString(1, key);
      set.setString(2, value);
      set.executeUpdate();
    }
  }

  /** Cursors know 18 digits. */
  private static void checkNumbers(long startAfter) throws SQLException {
    if (startAfter < 0 || startAfter > Numbered.LAST / 10 * 9) {
      throw new SQLException("its numbers are used up");
    }
  }

  private boolean crashed() throws SQLException {
    return meta("running", "0").equals("1");
  }

  private long lastSeq() throws SQLException {
    long stopped = Long.parseLong(meta("stopped_at", "0"));
    return Math.max(stopped, number("select max(seq) from event"));
  }

  private long number(String query) throws SQLException {
    try (Statement statement = writing.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  /**
   * @param whole whether the writer has come to its end
   * @param newest the last seq that was given
   */
  void close(boolean whole, long newest) {
    try (lock;
        Connection connection = writing) {
      if (whole) {
        setMeta("running", "0");
        setMeta("stopped_at", Long.toString(Math.max(lastSeq(), newest)));
        connection.commit();
      }
    } catch (SQLException | IOException e) {
      LOG.warn("The archive did not close in order: {}", e.getMessage());
    }
  }
}
