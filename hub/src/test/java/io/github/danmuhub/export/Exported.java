package io.github.danmuhub.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Events → a recording → a file of a format → its text. */
final class Exported {
  private Exported() {}

  static Recording recording(Path dir, List<? extends LiveEvent> events) throws IOException {
    Path file = dir.resolve("chat.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      long seq = 0;
      for (LiveEvent event : events) {
        out.write(EventWriter.write(new Numbered(++seq, event)));
        out.write('\n');
      }
    }
    return Recording.open(file);
  }

  static String file(Path dir, List<? extends LiveEvent> events, String id, ExportOptions options)
      throws IOException {
    Path out = dir.resolve("out." + id);
    Exporter exporter = Exporters.named(id).orElseThrow();
    new Export(recording(dir, events), exporter, options.withForce(true)).to(out, Progress.NONE);
    return Files.readString(out, UTF_8);
  }

  /** Without files: what the format makes of {@code events}, in memory. */
  static String text(List<? extends LiveEvent> events, String id, ExportOptions options) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      LiveEvent first = events.get(0);
      Head head =
          new Head(
              Path.of("chat.jsonl"),
              new RoomRef(first.origin().platform(), first.origin().room()),
              "",
              "",
              "",
              first.origin().received(),
              first.origin().received());
      Exporter exporter = Exporters.named(id).orElseThrow();
      ExportSink file = exporter.open(out, head, options);
      ExportSink sink = exporter.heedsRetractions() ? new HeldBack(file) : file;
      long seq = 0;
      for (LiveEvent event : events) {
        sink.accept(new Numbered(++seq, event));
      }
      sink.finish();
      return out.toString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
