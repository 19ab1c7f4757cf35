package io.github.danmuhub.feed.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Reads YAML to {@link YamlNode}s. Aliases are refused: they could grow without a bound. */
public final class YamlFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final int DEPTH = 32;

  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .build();

  private final String file;
  private final JsonParser in;

  private YamlFile(String file, JsonParser in) {
    this.file = file;
    this.in = in;
  }

  /**
   * Reads a file.
   *
   * @throws FeedException with the file's name and line
   */
  public static YamlNode read(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FeedException(file + ": is a folder, a pipe or a device: name a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new FeedException(file + ": is larger than 1 MiB: this is no description");
      }
      return parse(file.toString(), UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (NoSuchFileException e) {
      throw new FeedException(file + ": no such file");
    } catch (CharacterCodingException e) {
      throw new FeedException(file + ": is not text in UTF-8");
    } catch (IOException e) {
      throw new FeedException(file + ": cannot be read: " + e.getMessage());
    }
  }

  /** {@code file} stands in messages for where the text comes from. */
  public static YamlNode parse(String file, String yaml) {
    try (JsonParser in = YAML.createParser(yaml)) {
      if (in.nextToken() == null) {
        throw new FeedException(file + ": says nothing");
      }
      return new YamlFile(file, in).node("", "");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String why = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new FeedException("%s, line %d: this is not YAML: %s".formatted(file, line, why));
    } catch (IOException e) {
      throw new FeedException(file + ": cannot be read: " + e.getMessage());
    }
  }

  /** The value that the parser stands on; it is where its key is. */
  private YamlNode node(String name, String key) throws IOException {
    String place = key.isEmpty() ? place() : key;
    return switch (in.currentToken()) {
      case START_OBJECT -> keys(YamlNode.keys(place, name));
      case START_ARRAY -> items(YamlNode.list(place, name));
      case VALUE_NULL -> YamlNode.text(place, name, "", true);
      case VALUE_STRING -> YamlNode.text(place, name, in.getText(), true);
      case VALUE_EMBEDDED_OBJECT ->
          throw FeedException.at(place, name + ": an alias is not known here");
      default -> YamlNode.text(place, name, in.getText(), false);
    };
  }

  private YamlNode keys(YamlNode node) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      String place = place();
      in.nextToken();
      String name = node.name().isEmpty() ? key : node.name() + "." + key;
      if (Objects.requireNonNull(node.keys()).putIfAbsent(key, node(name, place)) != null) {
        throw FeedException.at(place, name + ": stands here for the second time");
      }
    }
    return node;
  }

  private YamlNode items(YamlNode node) throws IOException {
    while (in.nextToken() != JsonToken.END_ARRAY) {
      int number = Objects.requireNonNull(node.items()).size() + 1;
      Objects.requireNonNull(node.items()).add(node(node.name() + " " + number, ""));
    }
    return node;
  }

  private String place() {
    return file + ", line " + in.currentTokenLocation().getLineNr();
  }
}
