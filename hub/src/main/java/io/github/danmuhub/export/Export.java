package io.github.danmuhub.export;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.text.Phrase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a recording into a file of another format. */
public final class Export {
  private static final int BUFFER = 1 << 16;

  private final EventSource source;
  private final Exporter exporter;
  private final ExportOptions options;

  public Export(EventSource source, Exporter exporter, ExportOptions options) {
    this.source = source;
    this.exporter = exporter;
    this.options = options;
  }

  /**
   * Reads the recording and writes {@code out}, which appears under its name when it is whole.
   *
   * @return what of the recording could be read
   * @throws ExportException if it cannot be done as asked; one line that says what to do
   */
  public ReadReport to(Path out, Progress progress) throws IOException {
    check(out);
    Head whole = Head.of(source, options.selection());
    Path part = part(out);
    try {
      ReadReport report = write(part, whole, progress);
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
      return report;
    } catch (ExportException | RecordingException e) {
      throw e;
    } catch (IOException e) {
      throw ExportException.writing(out, e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Whether {@code out} may be written; for who has several to write.
   *
   * @throws ExportException if not; one line that says what to do
   */
  public void check(Path out) throws IOException {
    if (source.holds(out)) {
      throw new ExportException(Phrase.of("export.own", out));
    }
    if (!Files.exists(out)) {
      return;
    }
    if (Files.isDirectory(out)) {
      throw new ExportException(Phrase.of("export.is-folder", out));
    }
    if (!options.force()) {
      throw new ExportException(Phrase.of("export.there", out));
    }
  }

  /** A new file beside {@code out}: one of such a name may be somebody's. */
  private static Path part(Path out) throws ExportException {
    String suffix = ".part";
    for (int n = 2; ; n++) {
      try {
        Path part = Files.createFile(out.resolveSibling(out.getFileName() + suffix));
        part.toFile().deleteOnExit(); // Ctrl-C
        return part;
      } catch (FileAlreadyExistsException taken) {
        suffix = ".part" + n;
      } catch (IOException e) {
        throw ExportException.writing(out, e);
      }
    }
  }

  private ReadReport write(Path part, Head whole, Progress progress) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
      return write(out, whole, progress);
    }
  }

  private ReadReport write(OutputStream out, Head whole, Progress progress) throws IOException {
    Head head = options.timing().head(whole);
    Timing.Part part = options.timing().part(whole);
    ExportSink file = exporter.open(out, head, options);
    ExportSink sink = exporter.heedsRetractions() ? new HeldBack(file) : file;
    ReadReport report =
        source.read(
            options.selection(),
            progress,
            event -> {
              checkRoom(event.event().origin(), head);
              if (part.takes(event.event().origin())) {
                sink.accept(event);
              }
            });
    sink.finish();
    return report;
  }

  private void checkRoom(Origin origin, Head head) throws ExportException {
    if (exporter.oneRoom() && !head.room().isOf(origin)) {
      throw new ExportException(Phrase.of("recording.rooms", head.room(), RoomRef.of(origin)));
    }
  }
}
