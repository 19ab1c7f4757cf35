package io.github.danmuhub.export;

import io.github.danmuhub.event.Numbered;
import java.io.IOException;

/** A file being written, event by event, in bounded memory. One thread. */
public interface ExportSink {
  void accept(Numbered event) throws IOException;

  /** A message that is taken back a little later; nothing is written of it. */
  default void takenBack(Numbered event) throws IOException {}

  /** Writes what comes after the last event and flushes. */
  void finish() throws IOException;
}
