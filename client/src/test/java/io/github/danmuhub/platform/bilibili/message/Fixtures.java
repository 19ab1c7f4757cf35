package io.github.danmuhub.platform.bilibili.message;

import java.io.IOException;
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
