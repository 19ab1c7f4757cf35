package io.github.danmuhub.intake.message;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Captured frames of one or several rooms. Read into memory as a whole. Any thread. */
public final class CaptureFile implements EventSource {
  private final Path path;
  private final List<Platform> platforms;

  public CaptureFile(Path path, List<Platform> platforms) {
    this.path = path;
    this.platforms = platforms;
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
      Capture capture = CaptureReader.read(path);
      return new CaptureReading(capture, platforms, Files.size(path));
    } catch (MalformedException e) {
      throw new RecordingException(Phrase.of("intake.capture", path, Phrase.library(e.why())));
    }
  }
}
