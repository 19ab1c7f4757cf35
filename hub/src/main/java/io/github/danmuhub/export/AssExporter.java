package io.github.danmuhub.export;

import java.io.IOException;
import java.io.OutputStream;

/** Subtitles (Advanced SubStation Alpha) whose scrolling lines never touch each other. */
final class AssExporter implements Exporter {
  @Override
  public String id() {
    return "ass";
  }

  @Override
  public String extension() {
    return "ass";
  }

  @Override
  public ExportSink open(OutputStream out, Head head, ExportOptions options) throws IOException {
    return ShownChats.of(options.ass(), new AssSink(out, head, options.ass()));
  }
}
