package io.github.danmuhub.record;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.log.segment.RecordingReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Through a recording of ours; at its end it asks the index how far it should have gone. */
final class RecordingReading implements EventReading {
  private final RecordingReader reader;
  private final LastNumber last;

  /** The last number that the index knows; 0 where there is none. */
  interface LastNumber {
    long get() throws IOException;
  }

  RecordingReading(RecordingReader reader, LastNumber last) {
    this.reader = reader;
    this.last = last;
  }

  @Override
  public @Nullable Numbered next() throws IOException {
    Numbered next = reader.next();
    if (next == null && reader.endsBroken()) {
      reader.hadGoneOnTo(last.get());
    }
    return next;
  }

  @Override
  public long bytesRead() {
    return reader.bytesRead();
  }

  @Override
  public long bytes() {
    return reader.bytes();
  }

  @Override
  public ReadReport report() {
    return reader.report();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
