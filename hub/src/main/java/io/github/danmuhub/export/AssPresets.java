package io.github.danmuhub.export;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Settings under names of their own, in YAML: the keys of {@link AssKey} below each name.
 * Immutable.
 */
public final class AssPresets {
  private static final String BUILT_IN = "ass-presets.yaml";
  private static final int LARGEST = 1 << 20;

  private final Map<String, Map<String, String>> byName;

  private AssPresets(Map<String, Map<String, String>> byName) {
    this.byName = byName;
  }

  /** Those that come with the program. */
  public static AssPresets builtIn() {
    try (InputStream yaml =
        Objects.requireNonNull(AssPresets.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
      return parse(yaml.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(BUILT_IN, e);
    }
  }

  /**
   * Those of a file, instead of the built-in ones.
   *
   * @throws IllegalArgumentException in words, if it cannot be read
   */
  public static AssPresets read(Path file) {
    try (InputStream yaml = Files.newInputStream(file)) {
      return parse(yaml.readNBytes(LARGEST));
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new UsageException(Phrase.of("ass.presets", file, why), e);
    }
  }

  private static AssPresets parse(byte[] yaml) throws IOException {
    ObjectMapper reader = new ObjectMapper(new YAMLFactory());
    return new AssPresets(
        reader.readValue(yaml, new TypeReference<LinkedHashMap<String, Map<String, String>>>() {}));
  }

  /**
   * The settings that are called {@code name}.
   *
   * @throws IllegalArgumentException in words, if none are
   */
  public Map<String, String> named(String name) {
    Map<String, String> settings = byName.get(name);
    if (settings == null) {
      throw new UsageException(Phrase.of("ass.preset", name, String.join(", ", byName.keySet())));
    }
    return settings;
  }
}
