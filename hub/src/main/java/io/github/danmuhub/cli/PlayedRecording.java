package io.github.danmuhub.cli;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.intake.Intake;
import io.github.danmuhub.intake.IntakeSettings;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recording that is played into a simulated room, whatever platform it is of: read as it is
 * played, from the beginning each time.
 */
final class PlayedRecording implements Iterable<LiveEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(PlayedRecording.class);

  private final EventSource recording;

  private PlayedRecording(EventSource recording) {
    this.recording = recording;
  }

  /** Empty where no event can be read there: it may be a capture. */
  static Optional<PlayedRecording> at(Path path) {
    try {
      PlayedRecording played = new PlayedRecording(new Intake(IntakeSettings.DEFAULTS).open(path));
      return played.iterator().hasNext() ? Optional.of(played) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Iterator<LiveEvent> iterator() {
    return new Events(recording);
  }

  /** Ends where nothing more can be read. */
  private static final class Events implements Iterator<LiveEvent> {
    private final EventSource recording;
    private @Nullable EventReading reader;
    private @Nullable Numbered next;
    private boolean over;

    Events(EventSource recording) {
      this.recording = recording;
    }

    @Override
    public boolean hasNext() {
      if (next == null && !over) {
        next = read();
        over = next == null;
      }
      return next != null;
    }

    private @Nullable Numbered read() {
      try {
        EventReading open = reader == null ? recording.open(Selection.ALL) : reader;
        reader = open;
        Numbered read = open.next();
        if (read == null) {
          open.close();
        }
        return read;
      } catch (IOException e) {
        LOG.warn("the recording cannot be read on: {}", FileTrouble.words(e));
        return null;
      }
    }

    @Override
    public LiveEvent next() {
      Numbered event = hasNext() ? next : null;
      if (event == null) {
        throw new NoSuchElementException("the recording is over");
      }
      next = null;
      return event.event();
    }
  }
}
