package io.github.danmuhub.feed.yaml;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of the file: a text, a list, or keys with values; and where it stands. Immutable once
 * read.
 *
 * @param place such as {@code feed.yaml, line 3}
 * @param name how the value is called, such as {@code socket.url}
 * @param text of a plain value, else null
 * @param quoted whether a plain value stood in quotes, so that it is a text and no number
 * @param keys of a value with keys, in their order; else null
 * @param items of a list, else null
 */
public record YamlNode(
    Phrase place,
    String name,
    @Nullable String text,
    boolean quoted,
    @Nullable Map<String, YamlNode> keys,
    @Nullable List<YamlNode> items) {

  static YamlNode text(Phrase place, String name, String text, boolean quoted) {
    return new YamlNode(place, name, text, quoted, null, null);
  }

  /** A plain value that stands for {@code at} in messages. */
  public static YamlNode plain(YamlNode at, String text) {
    return text(at.place, at.name, text, true);
  }

  static YamlNode keys(Phrase place, String name) {
    return new YamlNode(place, name, null, false, new LinkedHashMap<>(), null);
  }

  static YamlNode list(Phrase place, String name) {
    return new YamlNode(place, name, null, false, null, new ArrayList<>());
  }

  /** What is wrong with the value. */
  public FeedException wrong(Phrase what) {
    return FeedException.at(place, name.isEmpty() ? what : Phrase.of("file.at", name, what));
  }

  /** What its reader found wrong with it; as it is where that knows its place. */
  public FeedException wrong(IllegalArgumentException why) {
    if (why instanceof FeedException placed) {
      return placed;
    }
    return wrong(
        why instanceof Told ours
            ? ours.told()
            : Phrase.of("usage.other", Phrase.library(why.getMessage())));
  }

  /** The plain text. */
  public String asText() {
    if (text == null) {
      throw wrong(Phrase.of("feed.plain"));
    }
    return text;
  }

  /** Key → value, in order. */
  public Map<String, YamlNode> asKeys() {
    if (keys == null) {
      throw wrong(Phrase.of("feed.keys"));
    }
    return keys;
  }

  /** The items of a list; a single value is a list of one. */
  public List<YamlNode> asList() {
    return items == null ? List.of(this) : items;
  }

  /** Refuses any key but these. */
  public YamlNode only(String... known) {
    Set<String> all = Set.of(known);
    asKeys()
        .forEach(
            (key, value) -> {
              if (!all.contains(key)) {
                throw value.wrong(Phrase.of("feed.key", Phrase.list(sorted(all))));
              }
            });
    return this;
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  /** The value of a key; null where it is absent. */
  public @Nullable YamlNode get(String key) {
    return asKeys().get(key);
  }

  /** The value of a key that must be there. */
  public YamlNode need(String key) {
    YamlNode value = get(key);
    if (value == null) {
      throw wrong(Phrase.of("feed.missing", key));
    }
    return value;
  }
}
