package io.github.danmuhub.intake;

import io.github.danmuhub.intake.filename.FileNameTime;
import io.github.danmuhub.intake.order.SortedSource;
import io.github.danmuhub.intake.xml.XmlFile;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
      return Files.isRegularFile(input) && FileBeginning.of(input).isXml()
          ? new SortedSource(xml(input))
          : Recording.open(input);
    } catch (RecordingException e) {
      throw e;
    } catch (IOException e) {
      throw RecordingException.reading(input, e);
    }
  }

  private XmlFile xml(Path input) throws RecordingException {
    long begun = FileNameTime.of(input, settings.zone()).orElse(0);
    return new XmlFile(input, settings.writer(), begun);
  }
}
