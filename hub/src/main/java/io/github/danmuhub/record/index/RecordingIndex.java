package io.github.danmuhub.record.index;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.segment.RecordingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Questions to a recording's SQLite index, all answered as of the first one. May be asked while a
 * recorder writes; at most a second or two behind it. One thread.
 */
public final class RecordingIndex implements AutoCloseable {
  private final Connection db;

  private RecordingIndex(Connection db) {
    this.db = db;
  }

  /** Whether SQLite calls the index or one of its companions so. */
  public static boolean isNameOfOne(String file) {
    return file.matches(Pattern.quote(IndexSchema.FILE) + "(-wal|-shm|-journal)?");
  }

  /** Empty where {@code dir} has no index of this version. */
  public static Optional<RecordingIndex> openIn(Path dir) {
    Path file = dir.resolve(IndexSchema.FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try {
      Connection db = config.createConnection(url(file));
      if (IndexSchema.version(db) == IndexSchema.VERSION) {
        db.setAutoCommit(false);
        return Optional.of(new RecordingIndex(db));
      }
      db.close();
    } catch (SQLException e) {
      return Optional.empty(); // the JSONL beside it says the same
    }
    return Optional.empty();
  }

  /**
   * A file that nobody writes is opened as one that cannot change: SQLite would leave companions
   * beside it otherwise, and could not read it on a medium that takes none. Who writes has a WAL.
   */
  private static String url(Path file) {
    boolean written = Files.exists(file.resolveSibling(IndexSchema.FILE + "-wal"));
    return "jdbc:sqlite:" + file.toUri() + (written ? "" : "?immutable=1");
  }

  /** A name that somebody used, and from when to when; epoch milliseconds. */
  public record UsedName(String name, long first, long last) {}

  /** All broadcasts, oldest first. */
  public List<Session> sessions() throws RecordingException {
    return ask(
        "SELECT * FROM session ORDER BY id",
        row -> session(row, gaps(row.getLong("id"), room(row))));
  }

  private static RoomRef room(ResultSet row) throws SQLException {
    return new RoomRef(row.getString("platform"), row.getString("room"));
  }

  static Session session(ResultSet row, List<Gap> gaps) throws SQLException {
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

  private List<Gap> gaps(long session, RoomRef room) throws RecordingException {
    return ask("SELECT * FROM gap WHERE session=? ORDER BY start", row -> gap(row, room), session);
  }

  private static Gap gap(ResultSet row, RoomRef room) throws SQLException {
    Origin origin = Origin.ours(room.platform(), room.room(), row.getLong("stop"));
    return new Gap(origin, row.getLong("start"), row.getLong("stop"), row.getString("why"));
  }

  /** When somebody first spoke in the room, epoch milliseconds; empty if they never did. */
  public OptionalLong firstSpoke(RoomRef room, String userId) throws RecordingException {
    return ask(
            "SELECT first FROM speaker WHERE platform=? AND room=? AND user_id=?",
            row -> row.getLong(1),
            room.platform(),
            room.room(),
            userId)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** The names that somebody used, oldest first. */
  public List<UsedName> names(String platform, String userId) throws RecordingException {
    return ask(
        "SELECT name, first, last FROM name WHERE platform=? AND user_id=? ORDER BY first, name",
        row -> new UsedName(row.getString(1), row.getLong(2), row.getLong(3)),
        platform,
        userId);
  }

  /** The last seq that it knows; 0 = none. */
  public long lastSeq() throws RecordingException {
    return ask("SELECT max(seq) FROM event", row -> row.getLong(1)).get(0);
  }

  /**
   * The numbers of a room's first and last event of a time.
   *
   * @param from epoch milliseconds of our clock, inclusive, as {@code to}
   * @return empty where it knows none
   */
  public Optional<SeqRange> seqs(RoomRef room, long from, long to) throws RecordingException {
    return ask(
            "SELECT min(seq), max(seq), count(*) FROM event"
                + " WHERE platform=? AND room=? AND received BETWEEN ? AND ?",
            row -> new SeqRange(row.getLong(1), row.getLong(2), row.getLong(3)),
            room.platform(),
            room.room(),
            from,
            to)
        .stream()
        .filter(range -> range.events() > 0)
        .findFirst();
  }

  /** From which number to which a room's events are, those of other rooms among them. */
  public record SeqRange(long first, long last, long events) {}

  /** How many events it knows. */
  public long events() throws RecordingException {
    return ask("SELECT count(*) FROM event", row -> row.getLong(1)).get(0);
  }

  private interface Row<T extends @Nullable Object> {
    T read(ResultSet row) throws SQLException, RecordingException;
  }

  private <T> List<T> ask(String sql, Row<T> row, Object... values) throws RecordingException {
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
    } catch (SQLException e) {
      throw new RecordingException("the index cannot be read: " + e.getMessage());
    }
  }

  @Override
  public void close() throws RecordingException {
    try {
      db.close();
    } catch (SQLException e) {
      throw new RecordingException("the index cannot be closed: " + e.getMessage());
    }
  }
}
