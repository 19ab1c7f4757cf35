package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file of a report, which appears under its name when it is whole. */
record HtmlFile(Path path) {
  /**
   * Looks whether it may be written, before the recording is read.
   *
   * @throws UsageException where it may not
   */
  static HtmlFile beside(EventSource recording, Path path, boolean force) throws IOException {
    if (path.toString().isEmpty() || Files.isDirectory(path)) {
      throw new UsageException(Phrase.of("file.folder", path));
    }
    if (recording.holds(path)) {
      throw new UsageException(Phrase.of("file.own", path));
    }
    if (Files.exists(path) && !force) {
      throw new UsageException(Phrase.of("file.there", path));
    }
    return new HtmlFile(path);
  }

  void write(String page) {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.writeString(part, page, UTF_8);
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailure(Phrase.of("file.unwritable", path, FileTrouble.words(e)), e);
    }
  }
}
