package io.github.danmuhub.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.platform.RoomRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a log finds when it starts in a folder.
 *
 * @param lastSeq the number to go on from
 * @param heard when each room of the last segment was heard last, epoch milliseconds
 */
record Recovery(long lastSeq, Map<RoomRef, Long> heard) {
  /** Who reads the head of a line only must not take a torn one for an event. */
  private static final String TORN = "~\n";

  /**
   * Clears away what a crash left half done, ends a torn last line, and reads the last segment that
   * holds an event.
   */
  static Recovery in(Path dir) throws IOException {
    SegmentFolder folder = new SegmentFolder(dir);
    for (Path leftover : folder.leftovers()) {
      Files.deleteIfExists(leftover);
    }
    List<Segment> segments = folder.segments();
    Recovery last = new Recovery(0, Map.of());
    for (int i = segments.size() - 1; i >= 0 && last.heard.isEmpty(); i--) {
      Recovery read = read(segments.get(i));
      last = new Recovery(Math.max(last.lastSeq, read.lastSeq), read.heard);
    }
    return last;
  }

  private static Recovery read(Segment segment) throws IOException {
    long seq = Math.max(0, segment.firstSeq() - 1);
    Absences absences = new Absences();
    try (RecordingReader reader = new RecordingReader(List.of(segment), 0)) {
      for (Numbered event = reader.next(); event != null; event = reader.next()) {
        absences.before(event.event());
        seq = Math.max(seq, event.seq());
      }
      if (segment.isPlain()) {
        endLastLine(segment.path(), reader.endsBroken() ? TORN : "\n");
      }
      return new Recovery(seq, absences.heard());
    }
  }

  /** The torn line stays, so that nothing is lost; readers pass over it and say so. */
  private static void endLastLine(Path file, String end) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
      long size = channel.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      if (size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n') {
        channel.write(ByteBuffer.wrap(end.getBytes(US_ASCII)), size);
      }
    }
  }
}
