package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.capture.CaptureFile;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word that {@code danmu inspect} is given: stdin, a file of that name, or the bytes themselves.
 * Neither hex nor base64 has a dot, and no frame's base64 begins with a slash: such a word is a
 * name. Another, such as {@code captures/mine}, may be both. What comes by a pipe is kept in a file
 * while it is looked at: it is read twice.
 */
final class InspectedWord implements AutoCloseable {
  private static final int SMALL = 1 << 20;
  private static final Pattern NAME = Pattern.compile("[^\\s{}\\[\\]\"]{1,255}");

  private final String word;
  private @Nullable Path spooled;

  InspectedWord(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /**
   * The capture that it is, where it is one that need not be held in memory; else null.
   *
   * @param told whether the user says what it is
   */
  @Nullable CaptureFile large(boolean told) throws IOException, MalformedException {
    Path file = word.equals("-") ? spool() : file();
    if (told || file == null || !Files.isRegularFile(file) || Files.size(file) <= SMALL) {
      return null;
    }
    CaptureFile capture = CaptureFile.of(file);
    return capture.isBare() && Files.size(file) <= 64 * SMALL ? null : capture;
  }

  private Path spool() throws IOException {
    Path kept = spooled;
    if (kept == null) {
      kept = Files.createTempFile("danmu-inspect", ".capture");
      spooled = kept;
      Files.copy(System.in, kept, StandardCopyOption.REPLACE_EXISTING);
    }
    return kept;
  }

  byte[] bytes() throws IOException {
    if (word.equals("-")) {
      return Files.readAllBytes(spool());
    }
    Path file = file();
    if (file != null && Files.exists(file)) {
      return bytes(file);
    }
    if (isName() && (word.contains(".") || word.startsWith("/")) && !word.startsWith("data:")) {
      throw new CommandFailure(Phrase.of("file.is-missing", word));
    }
    return word.getBytes(UTF_8);
  }

  private byte[] bytes(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new CommandFailure(Phrase.of("file.is-folder", word));
    }
    try (InputStream in = Compression.unpack(Files.newInputStream(file))) {
      byte[] bytes = in.readNBytes(64 * SMALL + 1);
      if (bytes.length > 64 * SMALL) {
        throw new CommandFailure(Phrase.of("inspect.large", word));
      }
      return bytes;
    } catch (IOException e) {
      throw new CommandFailure(Phrase.of("file.unreadable", word, FileTrouble.words(e)), e);
    }
  }

  /** Whether a file may have been meant that is not there. */
  boolean mayBeName() {
    Path file = file();
    return !word.equals("-") && isName() && (file == null || !Files.exists(file));
  }

  private boolean isName() {
    return NAME.matcher(word).matches();
  }

  /** An empty word is the folder that the program stands in, and nobody means that. */
  private @Nullable Path file() {
    try {
      return word.isBlank() ? null : Path.of(word);
    } catch (InvalidPathException noName) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    if (spooled != null) {
      Files.deleteIfExists(spooled);
    }
  }
}
