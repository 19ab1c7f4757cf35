package io.github.danmuhub.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The counters that outlive the program, replaced as a whole when one has changed. One thread. */
final class CounterFile {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path path;
  private String written = "";

  CounterFile(Path path) {
    this.path = path;
  }

  /** Empty where there is no file yet. */
  Map<String, Long> read() throws IOException {
    Map<String, Long> values = new TreeMap<>();
    if (Files.exists(path)) {
      JsonNode json = tree();
      json.properties().forEach(each -> values.put(each.getKey(), each.getValue().asLong()));
    }
    return values;
  }

  private JsonNode tree() throws IOException {
    try {
      return JSON.readTree(Files.readString(path, UTF_8));
    } catch (JsonProcessingException e) {
      throw new RecordingException(Phrase.of("rules.no-counters", path));
    }
  }

  void write(Map<String, Long> values, Set<String> persistent) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              if (persistent.contains(name)) {
                json.put(name, value);
              }
            });
    String text = json.toString();
    if (json.isEmpty() || text.equals(written)) {
      return;
    }
    Path part = path.resolveSibling(path.getFileName() + ".part");
    Files.writeString(part, text, UTF_8);
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    written = text;
  }
}
