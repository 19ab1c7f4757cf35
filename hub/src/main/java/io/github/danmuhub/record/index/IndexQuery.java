package io.github.danmuhub.record.index;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.RoomRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the index as values. One thread. */
final class IndexQuery {
  private final Connection db;

  IndexQuery(Connection db) {
    this.db = db;
  }

  private interface Row<T extends @Nullable Object> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> ask(String sql, Row<T> row, Object... values) throws SQLException {
    try (PreparedStatement query = db.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = query.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(row.read(rows));
        }
        return found;
      }
    }
  }

  /** 0 = none. */
  long lastSeq() throws SQLException {
    return ask("SELECT max(seq) FROM event", row -> row.getLong(1)).get(0);
  }

  List<RoomState> rooms() throws SQLException {
    return ask(
        "SELECT * FROM room",
        row ->
            new RoomState(
                room(row),
                row.getString("title"),
                row.getBoolean("seen_offline"),
                row.getLong("since"),
                row.getLong("heard")));
  }

  /** Those that go on, without their gaps. */
  List<Session> openSessions() throws SQLException {
    return ask(
        "SELECT * FROM session WHERE ended IS NULL ORDER BY id", row -> session(row, List.of()));
  }

  /** All, oldest first. */
  List<Session> sessions() throws SQLException {
    return ask(
        "SELECT * FROM session ORDER BY id",
        row -> session(row, gaps(row.getLong("id"), room(row))));
  }

  private static Session session(ResultSet row, List<Gap> gaps) throws SQLException {
    return new Session(
        row.getLong("id"),
        room(row),
        row.getString("title"),
        row.getLong("started"),
        row.getLong("ended"),
        row.getBoolean("seen_from_start"),
        row.getLong("last"),
        gaps);
  }

  private static RoomRef room(ResultSet row) throws SQLException {
    return new RoomRef(row.getString("platform"), row.getString("room"));
  }

  private List<Gap> gaps(long session, RoomRef room) throws SQLException {
    return ask("SELECT * FROM gap WHERE session=? ORDER BY start", row -> gap(row, room), session);
  }

  private static Gap gap(ResultSet row, RoomRef room) throws SQLException {
    Origin origin = Origin.ours(room.platform(), room.room(), row.getLong("stop"));
    return new Gap(origin, row.getLong("start"), row.getLong("stop"), row.getString("why"));
  }

  /** One time, or none. */
  List<Long> firstSpoke(RoomRef room, String userId) throws SQLException {
    return ask(
        "SELECT first FROM speaker WHERE platform=? AND room=? AND user_id=?",
        row -> row.getLong(1),
        room.platform(),
        room.room(),
        userId);
  }

  /** One range, empty where it counts no event. */
  RecordingIndex.SeqRange seqs(RoomRef room, long from, long to) throws SQLException {
    return ask(
            "SELECT min(seq), max(seq), count(*) FROM event"
                + " WHERE platform=? AND room=? AND received BETWEEN ? AND ?",
            row -> new RecordingIndex.SeqRange(row.getLong(1), row.getLong(2), row.getLong(3)),
            room.platform(),
            room.room(),
            from,
            to)
        .get(0);
  }
}
