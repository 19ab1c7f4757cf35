package io.github.danmuhub.kafka.sink;

import io.github.danmuhub.log.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in the log each tenure began, one a line: {@code EPOCH AFTER ROOM}, without a room for a
 * run of the program. It is called like a cursor, for it is a list of them. One thread.
 */
final class TenureFile {
  private static final String NAME = "kafka-tenures.cursor";

  private final AtomicFile file;

  /**
   * @param room {@code platform:room}; empty for a run
   */
  record Line(long epoch, long after, String room) {
    boolean isRun() {
      return room.isEmpty();
    }
  }

  TenureFile(Path dir) {
    this.file = new AtomicFile(dir.resolve(NAME));
  }

  /** In the order in which they were written. */
  List<Line> read() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String line : file.read().orElse("").lines().toList()) {
      lines.add(line(line));
    }
    return lines;
  }

  private Line line(String text) throws IOException {
    String[] words = text.split(" ", 3);
    try {
      return new Line(
          Long.parseLong(words[0]), Long.parseLong(words[1]), words.length > 2 ? words[2] : "");
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(
          "%s does not hold tenures: remove it to begin anew".formatted(file.path()), e);
    }
  }

  void write(List<Line> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.epoch()).append(' ').append(line.after());
      if (!line.room().isEmpty()) {
        text.append(' ').append(line.room());
      }
      text.append('\n');
    }
    file.write(text.toString());
  }
}
