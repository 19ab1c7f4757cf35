package io.github.danmuhub.intake.message;

import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RegularFile;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A platform's messages, one JSON object a line, plain or packed; any thread. */
public final class MessageFile implements EventSource {
  private final Path path;
  private final List<Platform> platforms;
  private final long begun;

  /**
   * One that is a plain file; it is not looked into yet.
   *
   * @param platforms of one of which the messages are
   * @param begun when the file was begun, epoch milliseconds; 0 where nobody knows
   */
  public MessageFile(Path path, List<Platform> platforms, long begun) throws RecordingException {
    RegularFile.checkNamed(path);
    this.path = path;
    this.platforms = platforms;
    this.begun = begun;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public boolean holds(Path file) throws IOException {
    return Files.exists(file) && Files.isSameFile(file, path);
  }

  @Override
  public EventReading open(Selection selection) throws IOException {
    try {
      return MessageReading.open(path, platforms, begun);
    } catch (IOException e) {
      throw RecordingException.reading(path, e);
    }
  }
}
