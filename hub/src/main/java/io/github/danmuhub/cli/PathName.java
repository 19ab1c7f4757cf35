package io.github.danmuhub.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file's name as it was written; one that no file can have is told in words. */
final class PathName implements ITypeConverter<Path> {

  @Override
  public Path convert(String text) {
    try {
      return of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * @throws IllegalArgumentException in words, if no file can have that name
   */
  static Path of(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          text.chars().allMatch(c -> c < 0x80)
              ? "no file can have that name"
              : "the locale cannot write that file's name: set LC_ALL=C.UTF-8, or start ./danmu",
          e);
    }
  }
}
