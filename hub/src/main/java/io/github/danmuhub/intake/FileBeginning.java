package io.github.danmuhub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.log.segment.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a file begins, unpacked.
 *
 * @param text without white space, marks of the byte order and empty bytes before the first letter
 */
record FileBeginning(String text) {
  private static final int BYTES = 1 << 13;

  static FileBeginning of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(unpacked(in));
    }
  }

  static FileBeginning of(byte[] bytes) {
    return new FileBeginning(
        new String(bytes, UTF_8).replaceFirst("^[\\s\\ufeff\\ufffd\\x00]+", ""));
  }

  /** Nothing where the packing is damaged: who reads on tells so. */
  private static byte[] unpacked(InputStream file) {
    try {
      return Compression.unpack(file).readNBytes(BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  boolean isXml() {
    return text.startsWith("<");
  }
}
