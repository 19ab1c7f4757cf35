package io.github.danmuhub.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** The file of rules on the disk, and whether it is another than before. One thread. */
public final class RuleFile {
  private static final int MOST_BYTES = 8 << 20;

  private final Path path;
  private String seen = "";

  public RuleFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Beside it, with a longer name. */
  Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  /**
   * Its text, if it may have changed since the last time.
   *
   * @throws IOException in words, where it cannot be read
   */
  Optional<String> changed() throws IOException {
    String now = mark();
    if (now.equals(seen)) {
      return Optional.empty();
    }
    seen = now;
    return Optional.of(read());
  }

  /** What tells one state of it from another. */
  String mark() {
    try {
      BasicFileAttributes about = Files.readAttributes(path, BasicFileAttributes.class);
      return about.lastModifiedTime().toMillis() + " " + about.size() + " " + about.fileKey();
    } catch (IOException e) {
      return "absent";
    }
  }

  /**
   * Its text.
   *
   * @throws IOException in words, where it cannot be read
   */
  public String read() throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new RecordingException(Phrase.of("config.irregular", path));
    }
    try (var in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new RecordingException(Phrase.of("rules.large", path));
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw new RecordingException(Phrase.of("file.is-missing", path));
    } catch (CharacterCodingException e) {
      throw new RecordingException(Phrase.of("config.charset", path));
    }
  }
}
