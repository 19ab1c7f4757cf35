package io.github.danmuhub.export;

import java.io.IOException;
import java.io.OutputStream;

/** RFC 4180, one line an event, all rooms and types. */
final class CsvExporter implements Exporter {
  @Override
  public String id() {
    return "csv";
  }

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public boolean oneRoom() {
    return false;
  }

  @Override
  public boolean heedsRetractions() {
    return false;
  }

  @Override
  public ExportSink open(OutputStream out, Head head, ExportOptions options) throws IOException {
    return new CsvSink(out, options.bom());
  }
}
