package io.github.danmuhub.record;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.log.segment.RegularFile;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.index.RecordingIndex;
import io.github.danmuhub.record.index.RecordingIndex.SeqRange;
import io.github.danmuhub.record.index.Session;
import io.github.danmuhub.record.index.Sessions;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something recorded: a recorder's folder, or a single JSONL file, plain or packed. May be read
 * while it is being written. Any thread; each reader belongs to one.
 */
public final class Recording implements EventSource {
  private final Path path;
  private final List<Segment> segments;

  private Recording(Path path, List<Segment> segments) {
    this.path = path;
    this.segments = segments;
  }

  /**
   * Finds what is recorded at {@code fileOrDir}.
   *
   * @throws RecordingException if there is no recording at {@code fileOrDir}; one line that says so
   */
  public static Recording open(Path fileOrDir) throws RecordingException {
    try {
      return new Recording(fileOrDir, segments(fileOrDir));
    } catch (RecordingException e) {
      throw e;
    } catch (IOException e) {
      throw RecordingException.reading(fileOrDir, e);
    }
  }

  private static List<Segment> segments(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      RegularFile.checkNamed(path);
      return List.of(new Segment(path, 0));
    }
    List<Segment> segments = new SegmentFolder(path).segments();
    if (segments.isEmpty()) {
      throw new RecordingException(Phrase.of("recording.none", path));
    }
    return segments;
  }

  @Override
  public Path path() {
    return path;
  }

  /** Whether {@code file} is one of its own, or would be: of the recorder's other files too. */
  @Override
  public boolean holds(Path file) throws IOException {
    boolean named = !Files.isDirectory(path) && Files.exists(file) && Files.isSameFile(file, path);
    return named || RecorderFiles.hold(folder(), file);
  }

  /** From the first event. */
  public RecordingReader reader() {
    return reader(0);
  }

  /** From the first event whose seq is greater than {@code after}; 0 = all. */
  public RecordingReader reader(long after) {
    int first = 0;
    while (first + 1 < segments.size() && segments.get(first + 1).firstSeq() <= after) {
      first++;
    }
    return new RecordingReader(segments.subList(first, segments.size()), after);
  }

  @Override
  public EventReading open(Selection selection) throws IOException {
    return new RecordingReading(reader(selection), this::indexed);
  }

  /** The last number that the index knows; 0 where there is none. */
  private long indexed() throws RecordingException {
    Optional<RecordingIndex> index = Files.isDirectory(path) ? index() : Optional.empty();
    if (index.isEmpty()) {
      return 0;
    }
    try (RecordingIndex open = index.get()) {
      return open.lastSeq();
    } catch (RecordingException broken) {
      return 0; // nobody knows then
    }
  }

  /**
   * From where the index says that the selection begins, to where it ends: whole segments are
   * passed over. What else is recorded there is read too. Everything is read where the selection
   * names no room or no time, or there is no index.
   */
  public RecordingReader reader(Selection selection) throws IOException {
    RoomRef room = selection.room();
    if (room == null || !selection.beginsLater() || !Files.isDirectory(path)) {
      return reader();
    }
    Optional<RecordingIndex> index = index();
    if (index.isEmpty()) {
      return reader();
    }
    try (RecordingIndex open = index.get()) {
      long known = open.lastSeq();
      SeqRange range =
          open.seqs(room, selection.from(), selection.to())
              .orElse(new SeqRange(known + 1, known, 0));
      return within(range, known);
    } catch (RecordingException broken) {
      log().warn("{}; the recording is read from its start instead", broken.getMessage());
      return reader();
    }
  }

  /** Those that hold a number of the range, or what the index does not know yet. */
  private RecordingReader within(SeqRange range, long known) {
    List<Segment> found = new ArrayList<>();
    Set<Segment> jumps = new HashSet<>();
    for (int i = 0; i < segments.size(); i++) {
      boolean newest = i + 1 == segments.size();
      long last = newest ? Long.MAX_VALUE : segments.get(i + 1).firstSeq() - 1;
      boolean inRange = segments.get(i).firstSeq() <= range.last() && last >= range.first();
      if (inRange || last > known) {
        found.add(segments.get(i));
      } else if (!newest) {
        jumps.add(segments.get(i + 1));
      }
    }
    return new RecordingReader(found, jumps, range.first() - 1);
  }

  /** Its broadcasts, oldest first: from the index as far as that goes, the rest by reading it. */
  @Override
  public List<Session> sessions() throws IOException {
    Optional<RecordingIndex> index = Files.isDirectory(path) ? index() : Optional.empty();
    if (index.isEmpty()) {
      return sessions(new Sessions(), 0);
    }
    try (RecordingIndex open = index.get()) {
      return sessions(open.resumed(), open.lastSeq());
    } catch (RecordingException broken) {
      log().warn("{}; the recording is read instead", broken.getMessage());
      return sessions(new Sessions(), 0);
    }
  }

  private List<Session> sessions(Sessions sessions, long after) throws IOException {
    try (RecordingReader reader = reader(after)) {
      for (Numbered event = reader.next(); event != null; event = reader.next()) {
        sessions.accept(event);
      }
    }
    return sessions.all();
  }

  /** Not a constant: to set logging up takes an eighth of a whole export, which says nothing. */
  private static Logger log() {
    return LoggerFactory.getLogger(Recording.class);
  }

  /** The index beside it, opened for reading only; empty where there is none that can be read. */
  @Override
  public Optional<RecordingIndex> index() {
    return RecordingIndex.openIn(folder());
  }

  private Path folder() {
    Path absolute = path.toAbsolutePath();
    return Files.isDirectory(path) ? path : requireNonNull(absolute.getParent(), "a file has one");
  }
}
