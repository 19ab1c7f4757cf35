package io.github.danmuhub.export;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import java.io.IOException;
import java.io.OutputStream;

/** JSON v1, one event a line, all rooms and types: what a recording of ours holds. */
final class JsonlExporter implements Exporter {
  @Override
  public String id() {
    return "jsonl";
  }

  @Override
  public String extension() {
    return "jsonl";
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
  public ExportSink open(OutputStream out, Head head, ExportOptions options) {
    return new ExportSink() {
      @Override
      public void accept(Numbered event) throws IOException {
        out.write(EventWriter.write(event));
        out.write('\n');
      }

      @Override
      public void finish() throws IOException {
        out.flush();
      }
    };
  }
}
