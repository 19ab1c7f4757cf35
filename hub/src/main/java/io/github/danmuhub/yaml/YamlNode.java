package io.github.danmuhub.yaml;

import io.github.danmuhub.text.Phrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One node of the file, with its place. Immutable. */
public sealed interface YamlNode {
  Place place();

  /** For a person: what it is. */
  Phrase kind();

  /**
   * A scalar as it was written; empty where nothing stands.
   *
   * @param plain whether it stands without quotation marks
   */
  record Text(Place place, String value, boolean plain) implements YamlNode {
    @Override
    public Phrase kind() {
      return Phrase.of("yaml.text");
    }

    /** Where its n-th character stands, as near as that can be told. */
    public Place at(int character) {
      return place.plus(plain ? character : character + 1);
    }
  }

  /** A list. */
  record Items(Place place, List<YamlNode> items) implements YamlNode {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Phrase kind() {
      return Phrase.of("yaml.list");
    }
  }

  /** Keys with their values, in the order of the file. */
  record Keys(Place place, List<Pair> pairs, Map<String, Pair> byName) implements YamlNode {
    public Keys(Place place, List<Pair> pairs) {
      this(place, List.copyOf(pairs), index(pairs));
    }

    private static Map<String, Pair> index(List<Pair> pairs) {
      Map<String, Pair> index = new LinkedHashMap<>();
      pairs.forEach(pair -> index.put(pair.name(), pair));
      return index;
    }

    public @Nullable YamlNode get(String name) {
      Pair pair = byName.get(name);
      return pair == null ? null : pair.value();
    }

    @Override
    public Phrase kind() {
      return Phrase.of("yaml.map");
    }
  }

  /** A key and what it says. */
  record Pair(Text key, YamlNode value) {
    public String name() {
      return key.value();
    }
  }
}
