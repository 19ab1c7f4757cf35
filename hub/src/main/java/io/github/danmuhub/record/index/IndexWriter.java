package io.github.danmuhub.record.index;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventTypes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the index, in batches; an event that it has already is passed over. One thread. */
final class IndexWriter implements AutoCloseable {
  private static final String EVENT = "INSERT INTO event VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String SESSION = "INSERT OR REPLACE INTO session VALUES(?,?,?,?,?,?,?,?)";
  private static final String GAP = "INSERT OR IGNORE INTO gap VALUES(?,?,?,?)";
  private static final String SPEAKER =
      "INSERT INTO speaker VALUES(?,?,?,?,?,1) ON CONFLICT DO UPDATE SET"
          + " last=excluded.last, messages=messages+1";
  private static final String NAME =
      "INSERT INTO name VALUES(?,?,?,?,?) ON CONFLICT DO UPDATE SET last=excluded.last";
  private static final String LAST_SESSIONS =
      "SELECT * FROM session WHERE id IN (SELECT max(id) FROM session GROUP BY platform, room)";

  private final Connection db;
  private final Sessions sessions = new Sessions();
  private long lastSeq;

  private IndexWriter(Connection db) throws SQLException {
    this.db = db;
    db.setAutoCommit(false);
    try (Statement query = db.createStatement();
        ResultSet rows = query.executeQuery("SELECT max(seq) FROM event")) {
      lastSeq = rows.next() ? rows.getLong(1) : 0;
    }
    try (Statement query = db.createStatement();
        ResultSet rows = query.executeQuery(LAST_SESSIONS)) {
      while (rows.next()) {
        sessions.resume(RecordingIndex.session(rows, List.of()));
      }
    }
  }

  static IndexWriter open(Path file) throws SQLException {
    Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
    try {
      IndexSchema.create(db);
      if (IndexSchema.version(db) != IndexSchema.VERSION) {
        throw new SQLException("index of version " + IndexSchema.version(db));
      }
      return new IndexWriter(db);
    } catch (SQLException e) {
      db.close();
      throw e;
    }
  }

  long lastSeq() {
    return lastSeq;
  }

  /** All or nothing. */
  void add(List<Numbered> events) throws SQLException {
    try (PreparedStatement event = db.prepareStatement(EVENT);
        PreparedStatement speaker = db.prepareStatement(SPEAKER);
        PreparedStatement name = db.prepareStatement(NAME)) {
      for (Numbered numbered : events) {
        if (numbered.seq() > lastSeq) {
          lastSeq = numbered.seq();
          add(numbered, event, speaker, name);
        }
      }
      event.executeBatch();
      speaker.executeBatch();
      name.executeBatch();
    }
    addSessions();
    db.commit();
  }

  private void add(
      Numbered numbered, PreparedStatement event, PreparedStatement speaker, PreparedStatement name)
      throws SQLException {
    LiveEvent live = numbered.event();
    Origin origin = live.origin();
    Session session = sessions.accept(numbered);
    EventRow row = EventRow.of(live);
    add(event, eventValues(numbered, session, row));
    User user = row.user();
    if (user == null || user.id() == null) {
      return;
    }
    long at = origin.received();
    if (live instanceof Chat && !origin.history()) {
      add(speaker, origin.platform(), origin.room(), user.id(), at, at);
    }
    if (user.name() != null) {
      add(name, origin.platform(), user.id(), user.name(), at, at);
    }
  }

  private static @Nullable Object[] eventValues(
      Numbered numbered, @Nullable Session session, EventRow row) {
    Origin origin = numbered.event().origin();
    User user = row.user();
    Money value = row.value();
    return new @Nullable Object[] {
      numbered.seq(),
      session == null ? null : session.id(),
      origin.platform(),
      origin.room(),
      EventTypes.name(numbered.event()),
      origin.history(),
      origin.id(),
      origin.time() == 0 ? null : origin.time(),
      origin.received(),
      user == null ? null : user.id(),
      user == null ? null : user.name(),
      row.text(),
      row.item(),
      row.count(),
      value == null ? null : value.milli(),
      value == null ? null : value.currency()
    };
  }

  private void addSessions() throws SQLException {
    try (PreparedStatement session = db.prepareStatement(SESSION);
        PreparedStatement gap = db.prepareStatement(GAP)) {
      for (Session s : sessions.drain()) {
        @Nullable Long ended = s.ended() == 0 ? null : s.ended();
        add(
            session,
            s.id(),
            s.room().platform(),
            s.room().room(),
            s.title(),
            s.started(),
            ended,
            s.seenFromStart(),
            s.last());
        for (Gap g : s.gaps()) {
          add(gap, s.id(), g.from(), g.to(), g.why());
        }
      }
      session.executeBatch();
      gap.executeBatch();
    }
  }

  private static void add(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  @Override
  public void close() throws SQLException {
    db.close();
  }
}
