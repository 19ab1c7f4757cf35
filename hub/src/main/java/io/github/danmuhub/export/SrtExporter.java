package io.github.danmuhub.export;

import java.io.IOException;
import java.io.OutputStream;

/** SubRip subtitles, which every player shows: the latest lines, one above the other. */
final class SrtExporter implements Exporter {
  @Override
  public String id() {
    return "srt";
  }

  @Override
  public String extension() {
    return "srt";
  }

  @Override
  public ExportSink open(OutputStream out, Head head, ExportOptions options) throws IOException {
    return ShownChats.of(options.ass(), new SrtSink(out, head, options.ass()));
  }
}
