package io.github.danmuhub.kafka.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Settings of Kafka's client that are secret, in a file that nobody else can read. */
final class ClientFile {
  private static final int LIMIT = 64 << 10;

  private ClientFile() {}

  /** {@code KEY=VALUE} a line, as Kafka's own tools have it. */
  static Map<String, String> read(Path file) throws BrokerException {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LIMIT) {
        throw new BrokerException(Phrase.of("kafka.file", file));
      }
      refuseIfPublic(file);
      return settings(file, Files.readString(file, UTF_8));
    } catch (BrokerException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new BrokerException(Phrase.of("kafka.file", file));
    }
  }

  private static Map<String, String> settings(Path file, String text) throws IOException {
    Properties written = new Properties();
    written.load(new StringReader(text));
    Map<String, String> settings = new HashMap<>();
    for (String key : written.stringPropertyNames()) {
      if (KafkaConfig.isOurs(key)) {
        throw new BrokerException(Phrase.of("kafka.ours", file, key));
      }
      settings.put(key, written.getProperty(key));
    }
    return settings;
  }

  private static void refuseIfPublic(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
    if (may.contains(PosixFilePermission.GROUP_READ)
        || may.contains(PosixFilePermission.OTHERS_READ)) {
      throw new BrokerException(Phrase.of("kafka.public", file));
    }
  }
}
