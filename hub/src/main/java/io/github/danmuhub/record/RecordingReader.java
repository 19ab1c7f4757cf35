package io.github.danmuhub.record;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording from its first event to its last, in memory bounded by one line. What cannot be
 * read is passed over and counted. One thread.
 */
public final class RecordingReader implements Closeable {
  private final List<Segment> segments;
  private final long after;
  private int opened;
  private @Nullable LineReader lines;
  private long line;
  private @Nullable CountedStream file;
  private long bytesBefore;

  private long events;
  private final Map<BadLine, Long> bad = new EnumMap<>(BadLine.class);
  private @Nullable String firstBad;

  RecordingReader(List<Segment> segments, long after) {
    this.segments = segments;
    this.after = after;
  }

  /** The next event; null at the end. */
  public @Nullable Numbered next() throws IOException {
    while (true) {
      LineReader reader = current();
      if (reader == null) {
        return null;
      }
      Numbered event = read(reader);
      if (event != null && (event.seq() > after || after == 0)) {
        events++;
        return event;
      }
    }
  }

  /** The segment being read, with at least one more line; null at the end of the recording. */
  private @Nullable LineReader current() throws IOException {
    while (true) {
      if (lines == null) {
        if (opened == segments.size()) {
          return null;
        }
        lines = openNext();
      }
      if (lines != null && hasLine(lines)) {
        return lines;
      }
      leave();
    }
  }

  private @Nullable LineReader openNext() throws IOException {
    Segment segment = segments.get(opened++);
    line = 0;
    try {
      CountedStream counted = new CountedStream(segment.open());
      file = counted;
      return new LineReader(Compression.unpack(counted));
    } catch (EOFException e) {
      count(BadLine.TORN); // not even its header was written
      return null;
    } catch (IOException e) {
      throw RecordingException.reading(segment.path(), e);
    }
  }

  /** A packed segment that ends too early is as torn as a line that does. */
  private boolean hasLine(LineReader reader) {
    line++;
    try {
      return reader.next();
    } catch (IOException e) {
      count(BadLine.TORN);
      return false;
    }
  }

  private void leave() throws IOException {
    bytesBefore = bytesRead();
    if (lines != null) {
      lines.close();
    }
    if (file != null) {
      file.close();
    }
    lines = null;
    file = null;
  }

  private @Nullable Numbered read(LineReader reader) {
    if (reader.isTooLong()) {
      return count(BadLine.FOREIGN);
    }
    byte[] text = reader.line();
    if (text.length == 0) {
      return null;
    }
    try {
      return EventReader.read(text);
    } catch (BadEventException e) {
      return count(BadLine.of(text));
    }
  }

  private @Nullable Numbered count(BadLine kind) {
    bad.merge(kind, 1L, Long::sum);
    if (firstBad == null) {
      Path file = segments.get(opened - 1).path();
      firstBad = file.getFileName() + " line " + line;
    }
    return null;
  }

  /** How many bytes of the files have been read; all of them make {@link Recording#bytes()}. */
  public long bytesRead() {
    return bytesBefore + (file == null ? 0 : file.count());
  }

  /** What has been read so far, and what was passed over. */
  public ReadReport report() {
    return new ReadReport(
        events,
        bad.getOrDefault(BadLine.TORN, 0L),
        bad.getOrDefault(BadLine.FOREIGN, 0L),
        bad.getOrDefault(BadLine.NEWER, 0L),
        firstBad);
  }

  @Override
  public void close() throws IOException {
    leave();
  }
}
