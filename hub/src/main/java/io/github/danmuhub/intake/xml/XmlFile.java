package io.github.danmuhub.intake.xml;

import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RegularFile;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An XML file of danmaku, plain or packed; its events come as they stand there, in any order. */
public final class XmlFile implements EventSource {
  private final Path path;
  private final @Nullable Writer writer;
  private final long begun;

  /**
   * One that is a plain file; it is not looked into yet.
   *
   * @param writer who wrote it, by {@code --writer}'s name; null: its head tells
   * @param begun when it was begun, epoch milliseconds, where its head does not tell; 0 where
   *     nobody knows
   * @throws IllegalArgumentException in words, if there is no such writer
   */
  public XmlFile(Path path, @Nullable String writer, long begun) throws RecordingException {
    RegularFile.checkNamed(path);
    this.path = path;
    this.writer = writer == null ? null : named(writer);
    this.begun = begun;
  }

  private static Writer named(String name) {
    return Writers.named(name)
        .orElseThrow(
            () -> new UsageException(Phrase.of("intake.no-writer", name, Writers.names())));
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
      return XmlReading.open(path, writer, begun);
    } catch (RecordingException e) {
      throw e;
    } catch (IOException e) {
      throw RecordingException.reading(path, e);
    }
  }
}
