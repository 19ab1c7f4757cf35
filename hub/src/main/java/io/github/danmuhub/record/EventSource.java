package io.github.danmuhub.record;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.record.index.RecordingIndex;
import io.github.danmuhub.record.index.Session;
import io.github.danmuhub.record.index.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Something recorded, whoever recorded it: events in the order of their time, read from the
 * beginning as often as is asked for. Any thread.
 */
public interface EventSource {
  /** Who is handed the events. */
  interface Sink {
    void accept(Numbered event) throws IOException;
  }

  /** What a person called it; files made of it stand beside it. */
  Path path();

  /** Whether {@code file} is one of its own, or would be. */
  boolean holds(Path file) throws IOException;

  /** What has to be known before it can be read, if it takes long; once is enough. */
  default void prepare(Progress progress) throws IOException {}

  /** At least what {@code selection} takes of it; what else is recorded there may come too. */
  EventReading open(Selection selection) throws IOException;

  /** Who had spoken before, where that is known. */
  default Optional<RecordingIndex> index() {
    return Optional.empty();
  }

  /** Its broadcasts, oldest first. */
  default List<Session> sessions() throws IOException {
    Sessions sessions = new Sessions();
    read(Selection.ALL, Progress.NONE, event -> sessions.accept(event));
    return sessions.all();
  }

  /**
   * Hands on the events that {@code selection} takes, in their order.
   *
   * @return what could be read
   */
  default ReadReport read(Selection selection, Progress progress, Sink sink) throws IOException {
    try (EventReading reading = open(selection)) {
      Steps steps = new Steps(reading, progress);
      for (Numbered n = reading.next(); n != null; n = reading.next()) {
        if (selection.takes(n.event().origin())) {
          sink.accept(n);
        }
        steps.step();
      }
      steps.end();
      return reading.report();
    }
  }
}
