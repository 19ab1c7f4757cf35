package io.github.danmuhub.yaml;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.YamlNode.Items;
import io.github.danmuhub.yaml.YamlNode.Keys;
import io.github.danmuhub.yaml.YamlNode.Pair;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are asked for one by one; what is wrong with one goes to the faults, and the value is
 * what holds otherwise. One thread.
 */
public final class Section {
  private final Keys keys;
  private final Faults faults;

  private Section(Keys keys, Faults faults) {
    this.keys = keys;
    this.faults = faults;
  }

  /** Of a node that should be keys; unknown ones are faults. */
  public static Section of(@Nullable YamlNode node, Faults faults, String... known) {
    Section section = open(node, faults);
    Set<String> names = new TreeSet<>(List.of(known));
    for (Pair pair : section.keys.pairs()) {
      if (!names.contains(pair.name())) {
        faults.add(pair.key().place(), unknown(pair.name(), names));
      }
    }
    return section;
  }

  /** Of a node whose keys are anybody's names. */
  public static Section open(@Nullable YamlNode node, Faults faults) {
    if (node instanceof Keys keys) {
      return new Section(keys, faults);
    }
    Place place = node == null ? Place.START : node.place();
    if (node != null && !isEmpty(node)) {
      faults.add(place, Phrase.of("yaml.need-keys", node.kind()));
    }
    return new Section(new Keys(place, List.of()), faults);
  }

  private static Phrase unknown(String name, Set<String> known) {
    return Phrase.of("config.unknown-key", name, String.join(", ", known));
  }

  private static boolean isEmpty(YamlNode node) {
    return node instanceof Text text && text.plain() && text.value().isEmpty();
  }

  public Place place() {
    return keys.place();
  }

  public Keys keys() {
    return keys;
  }

  public List<Pair> pairs() {
    return keys.pairs();
  }

  public boolean has(String name) {
    return keys.get(name) != null;
  }

  public @Nullable YamlNode get(String name) {
    return keys.get(name);
  }

  /** The node, or a fault where there is none. */
  public @Nullable YamlNode need(String name) {
    YamlNode node = keys.get(name);
    if (node == null) {
      faults.add(keys.place(), Phrase.of("yaml.missing", name));
    }
    return node;
  }

  /** Where the value of a key stands; where the keys begin where it is not there. */
  public Place at(String name) {
    YamlNode node = keys.get(name);
    return node == null ? keys.place() : node.place();
  }

  public @Nullable String text(String name) {
    YamlNode node = keys.get(name);
    return node == null ? null : Scalars.text(node, faults);
  }

  /** In milliseconds. */
  public long duration(String name, long otherwise, long least, long most) {
    YamlNode node = keys.get(name);
    return node == null ? otherwise : Scalars.duration(node, least, most, faults);
  }

  public long whole(String name, long otherwise, long least, long most) {
    YamlNode node = keys.get(name);
    return node == null ? otherwise : Scalars.whole(node, least, most, faults);
  }

  public boolean flag(String name) {
    YamlNode node = keys.get(name);
    return node != null && Scalars.flag(node, faults);
  }

  /** One of an enum's words, in small letters. */
  public <E extends Enum<E>> E word(String name, E otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    E[] all = otherwise.getDeclaringClass().getEnumConstants();
    for (E each : all) {
      if (lower(each).equals(text)) {
        return each;
      }
    }
    String words = String.join(", ", Stream.of(all).map(Section::lower).toList());
    faults.add(at(name), Phrase.of("yaml.unknown", text, words));
    return otherwise;
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** One text, or a list of them; each with its place. */
  public List<Text> texts(String name) {
    YamlNode node = keys.get(name);
    return node == null ? List.of() : Scalars.texts(node, faults);
  }

  /** A list; one item alone is a list of one. */
  public List<YamlNode> items(String name) {
    YamlNode node = keys.get(name);
    if (node == null) {
      return List.of();
    }
    return node instanceof Items items ? items.items() : List.of(node);
  }

  /** One that is named elsewhere in the file. */
  public @Nullable String named(String name, Map<String, ?> known, String what) {
    String text = text(name);
    if (text != null && !known.containsKey(text)) {
      faults.add(at(name), absent(text, known.keySet(), what));
      return null;
    }
    return text;
  }

  /** What is told of a name that is not there. */
  public static Phrase absent(String name, Set<String> known, String what) {
    Phrase kind = Phrase.of("yaml.of." + what);
    return known.isEmpty()
        ? Phrase.of("yaml.none", kind, name)
        : Phrase.of("yaml.absent", kind, name, String.join(", ", new TreeSet<>(known)));
  }
}
