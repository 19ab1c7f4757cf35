package io.github.danmuhub.cli;

import io.github.danmuhub.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import picocli.CommandLine;

/**
 * The help in the reader's language: English stands beside what it describes, the rest in files.
 */
final class HelpWords {
  private HelpWords() {}

  /** To be called once all commands are there. */
  static void translate(CommandLine danmu, Language language) {
    if (language != Language.ENGLISH) {
      danmu.setResourceBundle(read("help_" + language.code() + ".properties"));
    }
  }

  private static PropertyResourceBundle read(String name) {
    try (InputStream bytes = HelpWords.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IOException(name + " is missing in the jar");
      }
      return new PropertyResourceBundle(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
