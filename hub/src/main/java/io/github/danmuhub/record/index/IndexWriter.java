package io.github.danmuhub.record.index;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.platform.RoomRef;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the index, in batches; an event that it has already is passed over. One thread. */
final class IndexWriter implements AutoCloseable {
  private static final String EVENT =
      """
      INSERT INTO event(
        seq, session, platform, room, type, history, id, time, received,
        user_id, user_name, text, item, count, milli, currency)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String SESSION =
      """
      INSERT OR REPLACE INTO session(
        id, platform, room, title, started, ended, seen_from_start, last)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String GAP =
      "INSERT OR IGNORE INTO gap(session, start, stop, why) VALUES(?, ?, ?, ?)";
  private static final String ROOM =
      """
      INSERT OR REPLACE INTO room(platform, room, title, seen_offline, since, heard)
      VALUES(?, ?, ?, ?, ?, ?)
      """;
  private static final String SPEAKER =
      """
      INSERT INTO speaker(platform, room, user_id, first, last, messages) VALUES(?, ?, ?, ?, ?, 1)
      ON CONFLICT DO UPDATE SET last=excluded.last, messages=messages+1
      """;
  private static final String NAME =
      """
      INSERT INTO name(platform, user_id, name, first, last) VALUES(?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET last=excluded.last
      """;

  private final Connection db;
  private final Sessions sessions = new Sessions();
  private long lastSeq;

  /** The number of the line that was read last. */
  private long at;

  private IndexWriter(Connection db) throws SQLException {
    this.db = db;
    db.setAutoCommit(false);
    IndexQuery query = new IndexQuery(db);
    lastSeq = query.lastSeq();
    sessions.resume(query.rooms(), query.openSessions());
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
  void write(List<Numbered> events) throws SQLException {
    try (PreparedStatement event = db.prepareStatement(EVENT);
        PreparedStatement speaker = db.prepareStatement(SPEAKER);
        PreparedStatement name = db.prepareStatement(NAME)) {
      for (Numbered numbered : events) {
        at = Math.max(at, numbered.seq());
        if (numbered.seq() == 0 && at >= lastSeq) {
          sessions.accept(numbered); // a gap that stands in the file only
        } else if (numbered.seq() > lastSeq) {
          lastSeq = numbered.seq();
          Session session = sessions.accept(numbered);
          EventRow row = EventRow.of(numbered.event());
          bind(event, eventValues(numbered, session, row));
          writeUser(numbered.event(), row.user(), speaker, name);
        }
      }
      event.executeBatch();
      speaker.executeBatch();
      name.executeBatch();
    }
    writeSessions();
    writeRooms();
    db.commit();
  }

  private static void writeUser(
      LiveEvent event, @Nullable User user, PreparedStatement speaker, PreparedStatement name)
      throws SQLException {
    if (user == null || user.id() == null) {
      return;
    }
    Origin origin = event.origin();
    long at = origin.received();
    if (event instanceof Chat && !origin.history()) {
      bind(speaker, origin.platform(), origin.room(), user.id(), at, at);
    }
    if (user.name() != null) {
      bind(name, origin.platform(), user.id(), user.name(), at, at);
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

  private void writeSessions() throws SQLException {
    try (PreparedStatement session = db.prepareStatement(SESSION);
        PreparedStatement gap = db.prepareStatement(GAP)) {
      for (Session s : sessions.drain()) {
        bind(session, sessionValues(s));
        for (Gap g : s.gaps()) {
          bind(gap, s.id(), g.from(), g.to(), g.why());
        }
      }
      session.executeBatch();
      gap.executeBatch();
    }
  }

  private static @Nullable Object[] sessionValues(Session s) {
    return new @Nullable Object[] {
      s.id(),
      s.room().platform(),
      s.room().room(),
      s.title(),
      s.started(),
      s.ended() == 0 ? null : s.ended(),
      s.seenFromStart(),
      s.last()
    };
  }

  private void writeRooms() throws SQLException {
    try (PreparedStatement room = db.prepareStatement(ROOM)) {
      for (RoomState s : sessions.states()) {
        RoomRef ref = s.room();
        bind(room, ref.platform(), ref.room(), s.title(), s.seenOffline(), s.since(), s.heard());
      }
      room.executeBatch();
    }
  }

  /** Adds one row to the batch. */
  private static void bind(PreparedStatement statement, @Nullable Object... values)
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
