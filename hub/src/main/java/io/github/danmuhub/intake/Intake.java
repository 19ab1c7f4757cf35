package io.github.danmuhub.intake;

import io.github.danmuhub.intake.filename.FileNameTime;
import io.github.danmuhub.intake.merge.MergedSource;
import io.github.danmuhub.intake.message.CaptureFile;
import io.github.danmuhub.intake.message.MessageFile;
import io.github.danmuhub.intake.order.SortedSource;
import io.github.danmuhub.intake.xml.XmlFile;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds out what an input is. Any thread. */
public final class Intake {
  private final IntakeSettings settings;

  public Intake(IntakeSettings settings) {
    this.settings = settings;
  }

  /**
   * What is recorded at {@code input}: by its first bytes, not by its name.
   *
   * @throws RecordingException if nothing is, or it cannot be read; one line that says what to do
   */
  public EventSource open(Path input) throws RecordingException {
    try {
      return Files.isRegularFile(input)
          ? open(input, FileBeginning.of(input))
          : Recording.open(input);
    } catch (RecordingException e) {
      throw e;
    } catch (IOException e) {
      throw RecordingException.reading(input, e);
    }
  }

  /** All of them as one, where they are several: every message once, by their common time. */
  public EventSource open(List<Path> inputs) throws RecordingException {
    List<EventSource> sources = new ArrayList<>();
    for (Path input : inputs) {
      sources.add(open(input));
    }
    return sources.size() == 1 ? sources.get(0) : new MergedSource(sources);
  }

  /** The table of what files may be. */
  private EventSource open(Path input, FileBeginning beginning) throws RecordingException {
    long begun = FileNameTime.of(input, settings.zone()).orElse(0);
    if (beginning.isXml()) {
      return new SortedSource(new XmlFile(input, settings.writer(), begun));
    }
    if (beginning.isMessage() && !settings.platforms().isEmpty()) {
      return new SortedSource(new MessageFile(input, settings.platforms(), begun));
    }
    if (beginning.isCapture() && !settings.platforms().isEmpty()) {
      return new SortedSource(new CaptureFile(input, settings.platforms()));
    }
    return Recording.open(input);
  }
}
