package io.github.danmuhub.platform.bilibili.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One JSON file per command, written by hand. */
public final class Fixtures {
  private Fixtures() {}

  public static List<Path> all() {
    try (Stream<Path> files = Files.list(dir())) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static byte[] read(String name) {
    return read(dir().resolve(name + ".json"));
  }

  public static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static ByteBuffer buffer(String name) {
    return ByteBuffer.wrap(read(name));
  }

  /** Lines {@code {"events":[…],"message":{…}}}: what commands for people become. */
  static List<JsonNode> worded() {
    return lines("/bilibili-words.jsonl");
  }

  /** One JSON object a line. */
  static List<JsonNode> lines(String resource) {
    try (InputStream in = Fixtures.class.getResourceAsStream(resource)) {
      return new ObjectMapper()
          .readerFor(JsonNode.class)
          .<JsonNode>readValues(Objects.requireNonNull(in))
          .readAll();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** All messages of the files and of the lines. */
  static List<byte[]> messages() {
    Stream<byte[]> lines =
        worded().stream().map(line -> line.get("message").toString().getBytes(UTF_8));
    return Stream.concat(all().stream().map(Fixtures::read), lines).toList();
  }

  private static Path dir() {
    try {
      return Path.of(
              Objects.requireNonNull(Fixtures.class.getResource("/bilibili/LIVE_twice.json"))
                  .toURI())
          .resolveSibling("");
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
