package io.github.danmuhub.cli;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureFile;
import io.github.danmuhub.capture.CaptureWriter;
import io.github.danmuhub.capture.HarWriter;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where a capture is kept: JSONL as it comes, so that a crash loses nothing. A HAR must be closed
 * at its end: it is made of the JSONL then, which is removed. One thread.
 */
final class CaptureOutput implements AutoCloseable {
  private final Path file;
  private final Path lines;
  private final CaptureWriter writer;

  private CaptureOutput(Path file, Path lines) throws IOException {
    this.file = file;
    this.lines = lines;
    this.writer = CaptureWriter.raw(lines);
  }

  /** A file that ends with {@code .har} is a HAR; an existing one is replaced at the end. */
  static CaptureOutput to(Path file) throws IOException {
    return new CaptureOutput(file, isHar(file) ? beside(file) : file);
  }

  private static boolean isHar(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".har");
  }

  private static Path beside(Path har) throws IOException {
    Path lines = har.resolveSibling(har.getFileName() + ".jsonl");
    Files.deleteIfExists(lines);
    return lines;
  }

  void write(List<CaptureEntry> entries) throws IOException {
    writer.write(entries);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    if (!lines.equals(file)) {
      writeHar();
      Files.deleteIfExists(lines);
    }
  }

  private static String version() {
    return new Version().getVersion()[0].replace("danmu ", "");
  }

  private void writeHar() throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      if (Files.size(lines) > 0) {
        HarWriter.write(CaptureFile.of(lines), version(), out);
      } else {
        HarWriter.write(new Capture(List.of()), version(), out);
      }
    } catch (MalformedException e) {
      throw new IOException(e.why(), e);
    }
  }
}
