package io.github.danmuhub.record.index;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/**
 * The index's tables. Times are epoch milliseconds, money is in thousandths; {@code seq} is unique,
 * since a third of real messages have no id of their own.
 */
public final class IndexSchema {
  /** Another number, another schema: the index is made anew. */
  static final int VERSION = 3;

  /** The index in a recording's folder. */
  public static final String FILE = "index.sqlite";

  private static final String TABLES =
      """
      CREATE TABLE event(
        seq INTEGER PRIMARY KEY, session INTEGER, platform TEXT, room TEXT, type TEXT,
        history INTEGER, id TEXT, time INTEGER, received INTEGER, user_id TEXT, user_name TEXT,
        text TEXT, item TEXT, count INTEGER, milli INTEGER, currency TEXT);
      CREATE INDEX event_by_room ON event(platform, room, received);
      CREATE INDEX event_by_user ON event(platform, user_id) WHERE user_id IS NOT NULL;
      CREATE TABLE session(
        id INTEGER PRIMARY KEY, platform TEXT, room TEXT, title TEXT,
        started INTEGER, ended INTEGER, seen_from_start INTEGER, last INTEGER);
      CREATE TABLE gap(
        session INTEGER, start INTEGER, stop INTEGER, why TEXT,
        PRIMARY KEY(session, start, stop));
      CREATE TABLE room(
        platform TEXT, room TEXT, title TEXT, seen_offline INTEGER, since INTEGER, heard INTEGER,
        PRIMARY KEY(platform, room)) WITHOUT ROWID;
      CREATE TABLE speaker(
        platform TEXT, room TEXT, user_id TEXT, first INTEGER, last INTEGER, messages INTEGER,
        PRIMARY KEY(platform, room, user_id)) WITHOUT ROWID;
      CREATE TABLE name(
        platform TEXT, user_id TEXT, name TEXT, first INTEGER, last INTEGER,
        PRIMARY KEY(platform, user_id, name)) WITHOUT ROWID;
      """;

  /** What the disk or another program is to blame for, by SQLite's result codes; it may pass. */
  private static final Set<SQLiteErrorCode> MAY_PASS =
      EnumSet.of(
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_CANTOPEN,
          SQLiteErrorCode.SQLITE_PERM,
          SQLiteErrorCode.SQLITE_BUSY,
          SQLiteErrorCode.SQLITE_LOCKED,
          SQLiteErrorCode.SQLITE_NOMEM,
          SQLiteErrorCode.SQLITE_INTERRUPT);

  private IndexSchema() {}

  /** Whether {@code e} tells of an index that cannot be used, not of a disk that is full. */
  static boolean isBroken(SQLException e) {
    return MAY_PASS.stream().noneMatch(code -> (e.getErrorCode() & 0xff) == code.code);
  }

  /** Makes the tables in an empty database. */
  static void create(Connection db) throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=NORMAL");
      if (version(db) == 0) {
        statement.executeUpdate(TABLES);
        statement.execute("PRAGMA user_version=" + VERSION);
      }
    }
  }

  /** 0 = an empty database. */
  static int version(Connection db) throws SQLException {
    try (Statement statement = db.createStatement();
        var rows = statement.executeQuery("PRAGMA user_version")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
