package io.github.danmuhub.log.segment;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a recording's segments, one segment after the other. One thread. */
final class SegmentLines implements Closeable {
  private final List<Segment> segments;
  private int opened;
  private @Nullable LineReader lines;
  private long number;
  private @Nullable CountedStream file;
  private long bytesBefore;

  SegmentLines(List<Segment> segments) {
    this.segments = segments;
  }

  /** The next line that is not empty; null at the end of the last segment. */
  @Nullable RecordedLine next() throws IOException {
    while (lines != null || opened < segments.size()) {
      RecordedLine line = lines == null ? openNext() : read(lines);
      if (line != null) {
        return line;
      }
    }
    return null;
  }

  private @Nullable RecordedLine openNext() throws IOException {
    CountedStream counted = new CountedStream(open(segments.get(opened++)));
    file = counted;
    number = 0;
    try {
      lines = new LineReader(Compression.unpack(counted));
      return null;
    } catch (IOException e) {
      leave(); // a packed segment without a whole header
      return bad(BadLine.TORN);
    }
  }

  private static InputStream open(Segment segment) throws RecordingException {
    try {
      return segment.open();
    } catch (IOException e) {
      throw RecordingException.reading(segment.path(), e);
    }
  }

  /** A segment ends where it is damaged, or the disk fails: the others are read all the same. */
  private @Nullable RecordedLine read(LineReader reader) throws IOException {
    number++;
    try {
      if (!reader.next()) {
        boolean empty = number == 1 && segment().firstSeq() > 0;
        leave();
        return empty ? bad(BadLine.EMPTY) : null;
      }
    } catch (IOException e) {
      leave();
      return bad(BadLine.TORN);
    }
    if (reader.isTooLong()) {
      return bad(BadLine.FOREIGN);
    }
    byte[] text = reader.line();
    return text.length == 0 ? null : new RecordedLine(segment(), number, text);
  }

  private RecordedLine bad(BadLine why) {
    return RecordedLine.bad(segment(), number, why);
  }

  private Segment segment() {
    return segments.get(opened - 1);
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

  /** How many bytes of the files have been read, packed as they are. */
  long bytesRead() {
    return bytesBefore + (file == null ? 0 : file.count());
  }

  /** Of all its files as they are now. */
  long bytes() {
    return segments.stream().mapToLong(segment -> segment.path().toFile().length()).sum();
  }

  @Override
  public void close() throws IOException {
    leave();
  }
}
