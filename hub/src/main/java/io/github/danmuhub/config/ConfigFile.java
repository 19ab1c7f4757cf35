package io.github.danmuhub.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file's text. What cannot be one is refused before it is opened, or read to its end. */
final class ConfigFile {
  private static final int MOST_BYTES = 1 << 20;

  private ConfigFile() {}

  static String read(Path file) throws ConfigException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new ConfigException(Phrase.of("config.irregular", file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ConfigException(Phrase.of("config.large", file));
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw new ConfigException(Phrase.of("file.is-missing", file));
    } catch (CharacterCodingException e) {
      throw new ConfigException(Phrase.of("config.charset", file));
    } catch (IOException e) {
      throw new ConfigException(
          Phrase.of("config.unreadable", file, String.valueOf(e.getMessage())));
    }
  }
}
