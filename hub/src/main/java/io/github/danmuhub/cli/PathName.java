package io.github.danmuhub.cli;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** A file's name as it was written; one that no file can have is told in words. */
final class PathName implements ITypeConverter<Path> {

  @Override
  public Path convert(String text) {
    try {
      return of(text);
    } catch (UsageException e) {
      throw new BadWord(e.told());
    }
  }

  /**
   * @throws UsageException if no filecan have that name
   */
  static Path of(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(
          Phrase.of(text.chars().allMatch(c -> c < 0x80) ? "file.no-name" : "file.locale"), e);
    }
  }
}
