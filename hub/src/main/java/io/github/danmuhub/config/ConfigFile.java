package io.github.danmuhub.config;

import static java.nio.charset.StandardCharsets.UTF_8;

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
      throw new ConfigException(file + ": is a folder, a pipe or a device: name a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ConfigException(file + ": is larger than 1 MiB: this is no configuration");
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw new ConfigException(file + ": no such file");
    } catch (CharacterCodingException e) {
      throw new ConfigException(file + ": is not text in UTF-8");
    } catch (IOException e) {
      throw new ConfigException(file + ": cannot be read: " + e.getMessage());
    }
  }
}
