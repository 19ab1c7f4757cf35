package io.github.danmuhub.export;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text file, line by line; empty lines say nothing. */
final class LineFile {
  private static final int MOST = 100_000;

  private LineFile() {}

  /**
   * @throws IllegalArgumentException in words, if it cannot be read
   */
  static Set<String> read(String file) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .map(line -> line.replace("\ufeff", "").strip())
          .filter(line -> !line.isEmpty())
          .limit(MOST)
          .collect(Collectors.toUnmodifiableSet());
    } catch (NoSuchFileException e) {
      throw new UsageException(Phrase.of("file.is-missing", file), e);
    } catch (CharacterCodingException e) {
      throw new UsageException(Phrase.of("ass.charset", file), e);
    } catch (IOException e) {
      throw new UsageException(
          Phrase.of("ass.unreadable", file, String.valueOf(e.getMessage())), e);
    } catch (UncheckedIOException e) {
      throw new UsageException(Phrase.of("ass.charset", file), e);
    }
  }
}
