package io.github.danmuhub.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A password that stands alone in a file, so that no configuration shows it. */
public final class SecretFile {
  private static final int LONGEST = 4_096;

  private SecretFile() {}

  /** Empty where there is no file; the line's end does not belong to it. */
  public static String text(@Nullable String file) {
    if (file == null) {
      return "";
    }
    try (var in = Files.newInputStream(Path.of(file))) {
      return new String(in.readNBytes(LONGEST), UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the secret in " + file + " cannot be read: is the file there, and yours?");
    }
  }
}
