package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.log.segment.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word that {@code danmu inspect} is given: stdin, a file of that name, or the bytes themselves.
 * Neither hex nor base64 has a dot, and no frame's base64 begins with a slash: such a word is a
 * name. Another, such as {@code captures/mine}, may be both.
 */
record InspectedWord(String word) {
  private static final int LIMIT = 64 << 20;
  private static final Pattern NAME = Pattern.compile("[^\\s{}\\[\\]\"]{1,255}");

  byte[] bytes() throws IOException {
    if (word.equals("-")) {
      return bounded(System.in);
    }
    Path file = file();
    if (file != null && Files.exists(file)) {
      return bytes(file);
    }
    if (isName() && (word.contains(".") || word.startsWith("/"))) {
      throw new CommandFailure(word + ": no such file");
    }
    return word.getBytes(UTF_8);
  }

  private byte[] bytes(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new CommandFailure(word + " is a folder: name a file in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return bounded(Compression.unpack(in));
    } catch (IOException e) {
      throw new CommandFailure("cannot read " + word + ": " + FileTrouble.words(e), e);
    }
  }

  private byte[] bounded(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw new CommandFailure(word + " is larger than 64 MiB: cut it first");
    }
    return bytes;
  }

  /** Whether a file may have been meant that is not there. */
  boolean mayBeName() {
    Path file = file();
    return !word.equals("-") && isName() && (file == null || !Files.exists(file));
  }

  private boolean isName() {
    return NAME.matcher(word).matches();
  }

  private @Nullable Path file() {
    try {
      return Path.of(word);
    } catch (InvalidPathException noName) {
      return null;
    }
  }
}
