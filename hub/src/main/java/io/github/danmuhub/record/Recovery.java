package io.github.danmuhub.record;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.index.RecordingIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a recorder finds when it starts in a folder.
 *
 * @param lastSeq the number to go on from
 * @param heard when each room was heard last, epoch milliseconds
 */
record Recovery(long lastSeq, Map<RoomRef, Long> heard) {

  /**
   * Clears away what a crash left half done, ends a torn last line, and reads the last segment that
   * holds an event; of rooms that it does not name, the index knows.
   */
  static Recovery in(Path dir) throws IOException {
    SegmentFolder folder = new SegmentFolder(dir);
    for (Path leftover : folder.leftovers()) {
      Files.deleteIfExists(leftover);
    }
    List<Segment> segments = folder.segments();
    Recovery last = new Recovery(0, Map.of());
    for (int i = segments.size() - 1; i >= 0 && last.heard.isEmpty(); i--) {
      Segment segment = segments.get(i);
      if (segment.isPlain()) {
        endLastLine(segment.path());
      }
      Recovery read = read(segment);
      last = new Recovery(Math.max(last.lastSeq, read.lastSeq), read.heard);
    }
    checkNumbers(dir, last.lastSeq);
    return last.with(indexed(dir, last.lastSeq));
  }

  private static void checkNumbers(Path dir, long lastSeq) throws RecordingException {
    if (lastSeq >= Segment.NEARLY_USED_UP) {
      throw new RecordingException(
          "the numbers of %s are used up: its last event is %d; choose another folder"
              .formatted(dir, lastSeq));
    }
  }

  private Recovery with(Map<RoomRef, Long> earlier) {
    Map<RoomRef, Long> all = new HashMap<>(earlier);
    all.putAll(heard);
    return new Recovery(lastSeq, all);
  }

  /** The torn line stays, so that nothing is lost; readers pass over it and say so. */
  private static void endLastLine(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
      long size = channel.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      if (size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n') {
        channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
      }
    }
  }

  private static Recovery read(Segment segment) throws IOException {
    long seq = Math.max(0, segment.firstSeq() - 1);
    Absences absences = new Absences();
    try (RecordingReader reader = new RecordingReader(List.of(segment), 0)) {
      for (Numbered event = reader.next(); event != null; event = reader.next()) {
        absences.before(event.event());
        seq = Math.max(seq, event.seq());
      }
      return new Recovery(seq, absences.heard());
    }
  }

  /** Nothing where there is no index, or that of another recording. */
  private static Map<RoomRef, Long> indexed(Path dir, long lastSeq) {
    Optional<RecordingIndex> index = RecordingIndex.openIn(dir);
    if (index.isEmpty()) {
      return Map.of();
    }
    try (RecordingIndex open = index.get()) {
      return open.lastSeq() <= lastSeq ? open.heard() : Map.of();
    } catch (RecordingException broken) {
      return Map.of(); // it is made anew soon
    }
  }
}
