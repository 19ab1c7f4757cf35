package io.github.danmuhub.record;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.ReadReport;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One way through an {@link EventSource}, from its first event to its last, in bounded memory. What
 * cannot be read is passed over and counted. One thread; close it.
 */
public interface EventReading extends Closeable {
  /** The next event; null at the end. */
  @Nullable Numbered next() throws IOException;

  /** How many bytes of the files have been read; {@link #bytes()} at the end. */
  long bytesRead();

  /** How many bytes the files have that it reads. */
  long bytes();

  /** What has been read so far, and what was passed over. */
  ReadReport report();
}
