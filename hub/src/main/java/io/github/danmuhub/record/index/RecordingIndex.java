package io.github.danmuhub.record.index;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConfig;

/**
 * Questions to a recording's SQLite index, all answered as of the first one. May be asked while a
 * recorder writes; at most a second or two behind it. One thread.
 */
public final class RecordingIndex implements AutoCloseable {
  private final Connection db;
  private final IndexQuery query;

  private RecordingIndex(Connection db) {
    this.db = db;
    this.query = new IndexQuery(db);
  }

  /** Whether SQLite calls the index or one of its companions so. */
  public static boolean isNameOfOne(String file) {
    return file.matches(Pattern.quote(IndexSchema.FILE) + "(-wal|-shm|-journal)?");
  }

  /** Empty where {@code dir} has no index of this version. */
  public static Optional<RecordingIndex> openIn(Path dir) {
    Path file = dir.resolve(IndexSchema.FILE);
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
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

  /** All broadcasts, oldest first. */
  public List<Session> sessions() throws RecordingException {
    return answer(query::sessions);
  }

  /** The same, to go on with the events after {@link #lastSeq}. */
  public Sessions resumed() throws RecordingException {
    Sessions sessions = new Sessions();
    sessions.resume(answer(query::rooms), sessions());
    return sessions;
  }

  /** When somebody first spoke in the room, epoch milliseconds; empty if they never did. */
  public OptionalLong firstSpoke(RoomRef room, String userId) throws RecordingException {
    return answer(() -> query.firstSpoke(room, userId)).stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** The last seq that it knows; 0 = none. */
  public long lastSeq() throws RecordingException {
    return answer(query::lastSeq);
  }

  /**
   * The numbers of a room's first and last event of a time.
   *
   * @param from epoch milliseconds of our clock, inclusive, as {@code to}
   * @return empty where it knows none
   */
  public Optional<SeqRange> seqs(RoomRef room, long from, long to) throws RecordingException {
    return Optional.of(answer(() -> query.seqs(room, from, to)))
        .filter(range -> range.events() > 0);
  }

  /** From which number to which a room's events are, those of other rooms among them. */
  public record SeqRange(long first, long last, long events) {}

  private interface Question<T> {
    T ask() throws SQLException;
  }

  private static <T> T answer(Question<T> question) throws RecordingException {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw new RecordingException(
          Phrase.of("recording.index-read", String.valueOf(e.getMessage())));
    }
  }

  @Override
  public void close() throws RecordingException {
    try {
      db.close();
    } catch (SQLException e) {
      throw new RecordingException(
          Phrase.of("recording.index-close", String.valueOf(e.getMessage())));
    }
  }
}
