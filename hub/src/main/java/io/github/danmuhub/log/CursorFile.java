package io.github.danmuhub.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a {@link LogReader} has come to, in a file of the log's folder: the cursor on its first
 * line, and what the reader remembers there behind it. One thread.
 */
final class CursorFile {
  private static final String SUFFIX = ".cursor";

  private final AtomicFile file;

  /**
   * What stands in it.
   *
   * @param memory the reader's own, empty where it keeps none
   */
  record Kept(Cursor cursor, String memory) {}

  /**
   * @param name of the reader: small letters, digits and hyphens
   */
  CursorFile(Path dir, String name) {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      throw new IllegalArgumentException(
          "'%s' does not name a cursor: use small letters, digits and hyphens".formatted(name));
    }
    this.file = new AtomicFile(dir.resolve(name + SUFFIX));
  }

  static boolean isNameOfOne(String file) {
    return file.endsWith(SUFFIX) || file.endsWith(SUFFIX + ".part");
  }

  /** Empty where there is none yet. */
  Optional<Kept> read() throws IOException {
    Optional<String> text = file.read();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = text.get().split("\n", 2);
    try {
      return Optional.of(
          new Kept(Cursor.parse(parts[0].strip()), parts.length > 1 ? parts[1] : ""));
    } catch (CursorException e) {
      throw new IOException(
          "%s does not hold a cursor: remove it to begin anew".formatted(file.path()), e);
    }
  }

  void write(Cursor cursor, String memory) throws IOException {
    file.write(cursor + "\n" + memory);
  }
}
