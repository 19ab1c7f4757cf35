package io.github.danmuhub.feed.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Fault;
import io.github.danmuhub.yaml.Faults;
import io.github.danmuhub.yaml.Place;
import io.github.danmuhub.yaml.YamlException;
import io.github.danmuhub.yaml.YamlNode.Items;
import io.github.danmuhub.yaml.YamlNode.Keys;
import io.github.danmuhub.yaml.YamlNode.Pair;
import io.github.danmuhub.yaml.YamlNode.Text;
import io.github.danmuhub.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/** A feed's file as {@link YamlNode}s, which refuse with their names; read as all YAML here is. */
public final class YamlFile {
  private static final int MOST_BYTES = 1 << 20;

  /** What stands without quotation marks and is no text. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|true|false");

  private final String file;

  private YamlFile(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws FeedException with the file's name and line
   */
  public static YamlNode read(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FeedException(Phrase.of("config.irregular", file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new FeedException(Phrase.of("feed.large", file));
      }
      return parse(file.toString(), UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (NoSuchFileException e) {
      throw new FeedException(Phrase.of("file.is-missing", file));
    } catch (CharacterCodingException e) {
      throw new FeedException(Phrase.of("config.charset", file));
    } catch (IOException e) {
      throw new FeedException(Phrase.of("config.unreadable", file, String.valueOf(e.getMessage())));
    }
  }

  /** {@code file} stands in messages for where the text comes from. */
  public static YamlNode parse(String file, String yaml) {
    YamlFile reader = new YamlFile(file);
    Faults faults = new Faults();
    try {
      io.github.danmuhub.yaml.YamlNode root = YamlReader.read(yaml, faults);
      for (Fault first : faults.all()) {
        throw FeedException.at(reader.at(first.place()), first.words());
      }
      if (root instanceof Keys keys && keys.pairs().isEmpty()) {
        throw new FeedException(Phrase.of("feed.empty", file));
      }
      return reader.node(root, reader.at(root.place()), "");
    } catch (YamlException e) {
      throw FeedException.at(reader.at(e.fault().place()), e.fault().words());
    }
  }

  private Phrase at(Place place) {
    return Phrase.of("feed.place", file, place.line());
  }

  /** A value is where its key is. */
  private YamlNode node(io.github.danmuhub.yaml.YamlNode from, Phrase place, String name) {
    if (from instanceof Keys keys) {
      return keys(keys, YamlNode.keys(place, name));
    }
    if (from instanceof Items items) {
      return items(items, YamlNode.list(place, name));
    }
    Text text = (Text) from;
    boolean number = text.plain() && NUMBER.matcher(text.value()).matches();
    return YamlNode.text(place, name, text.value(), !number);
  }

  private YamlNode keys(Keys from, YamlNode node) {
    for (Pair pair : from.pairs()) {
      String name = node.name().isEmpty() ? pair.name() : node.name() + "." + pair.name();
      YamlNode value = node(pair.value(), at(pair.key().place()), name);
      Objects.requireNonNull(node.keys()).put(pair.name(), value);
    }
    return node;
  }

  private YamlNode items(Items from, YamlNode node) {
    for (io.github.danmuhub.yaml.YamlNode item : from.items()) {
      int number = Objects.requireNonNull(node.items()).size() + 1;
      String name = node.name() + " " + number;
      Objects.requireNonNull(node.items()).add(node(item, at(item.place()), name));
    }
    return node;
  }
}
