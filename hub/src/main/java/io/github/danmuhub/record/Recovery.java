package io.github.danmuhub.record;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.segment.ReadReport;
import io.github.danmuhub.record.segment.RecordingReader;
import io.github.danmuhub.record.segment.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a recorder finds when it starts in a folder.
 *
 * @param lastSeq the number to go on from
 * @param lastHeard when each room of the last segment was last heard, epoch milliseconds
 * @param report what of the last segment could be read
 */
record Recovery(long lastSeq, Map<RoomRef, Long> lastHeard, ReadReport report) {
  private static final ReadReport NOTHING = new ReadReport(0, 0, 0, 0, null);

  /** Clears away what a crash left half done, ends a torn last line, and reads the last segment. */
  static Recovery in(Path dir) throws IOException {
    for (Path leftover : Segment.leftovers(dir)) {
      Files.deleteIfExists(leftover);
    }
    List<Segment> segments = Segment.in(dir);
    if (segments.isEmpty()) {
      return new Recovery(0, Map.of(), NOTHING);
    }
    Segment last = segments.get(segments.size() - 1);
    if (last.isPlain()) {
      endLastLine(last.path());
    }
    return read(last);
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
    Map<RoomRef, Long> heard = new HashMap<>();
    try (RecordingReader reader = new RecordingReader(List.of(segment), 0)) {
      for (Numbered event = reader.next(); event != null; event = reader.next()) {
        Origin origin = event.event().origin();
        heard.put(new RoomRef(origin.platform(), origin.room()), origin.received());
        seq = Math.max(seq, event.seq());
      }
      return new Recovery(seq, heard, reader.report());
    }
  }
}
