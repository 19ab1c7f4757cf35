package io.github.danmuhub.export;

import java.io.IOException;
import java.io.OutputStream;

/** One format. Any thread. */
public interface Exporter {
  /** What {@code --to} calls it. */
  String id();

  /** Of its files, without the dot. */
  String extension();

  /** Whether a file tells of one room only. */
  default boolean oneRoom() {
    return true;
  }

  /** Whether messages that were taken back are told from others; else all is written as it came. */
  default boolean heedsRetractions() {
    return true;
  }

  /** Starts a file; {@code out} is buffered and closed by the caller. */
  ExportSink open(OutputStream out, Head head, ExportOptions options) throws IOException;
}
