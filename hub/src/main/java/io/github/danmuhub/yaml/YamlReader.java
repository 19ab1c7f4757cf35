package io.github.danmuhub.yaml;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import io.github.danmuhub.yaml.YamlNode.Items;
import io.github.danmuhub.yaml.YamlNode.Keys;
import io.github.danmuhub.yaml.YamlNode.Pair;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * From text to {@link YamlNode}s, by SnakeYAML's events: its values would lose what was written.
 */
public final class YamlReader {
  private static final int DEEPEST = 40;
  private static final int LONGEST = 4 << 20;

  private final Iterator<Event> events;
  private final Faults faults;

  private YamlReader(Iterator<Event> events, Faults faults) {
    this.events = events;
    this.faults = faults;
  }

  /**
   * The one document of the file.
   *
   * @param faults takes what is refused, and does not keep the rest from being read
   * @throws YamlException where it is not YAML
   */
  public static YamlNode read(String yaml, Faults faults) throws YamlException {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(LONGEST);
      Iterator<Event> events = new Yaml(options).parse(new StringReader(yaml)).iterator();
      return new YamlReader(events, faults).document();
    } catch (MarkedYAMLException e) {
      throw new YamlException(place(e.getProblemMark()), noYaml(e.getProblem()));
    } catch (YAMLException e) {
      throw new YamlException(Place.START, noYaml(firstLine(e)));
    }
  }

  private static String firstLine(YAMLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** SnakeYAML quotes the character that it stumbles over, a line break too. */
  private static Phrase noYaml(@Nullable String why) {
    return Phrase.of("config.no-yaml", Printable.line(String.valueOf(why)));
  }

  private YamlNode document() throws YamlException {
    Event event = next();
    while (event instanceof StreamStartEvent || event instanceof DocumentStartEvent) {
      event = next();
    }
    if (event instanceof StreamEndEvent) {
      return new Keys(Place.START, List.of());
    }
    YamlNode root = node(event, 0);
    while (events.hasNext()) {
      Event more = next();
      if (more instanceof DocumentStartEvent) {
        throw new YamlException(place(more), Phrase.of("yaml.second"));
      }
      if (!(more instanceof DocumentEndEvent || more instanceof StreamEndEvent)) {
        throw new YamlException(place(more), Phrase.of("yaml.follows"));
      }
    }
    return root;
  }

  private Event next() throws YamlException {
    if (!events.hasNext()) {
      throw new YamlException(Place.START, Phrase.of("yaml.short"));
    }
    return events.next();
  }

  private YamlNode node(Event event, int depth) throws YamlException {
    if (depth > DEEPEST) {
      throw new YamlException(place(event), Phrase.of("yaml.deep", DEEPEST));
    }
    refuseTricks(event);
    if (event instanceof ScalarEvent scalar) {
      return text(scalar);
    }
    if (event instanceof SequenceStartEvent) {
      return items(event, depth);
    }
    if (event instanceof MappingStartEvent) {
      return keys(event, depth);
    }
    return new Text(place(event), "", true);
  }

  private void refuseTricks(Event event) {
    if (event instanceof AliasEvent alias) {
      faults.add(place(event), Phrase.of("yaml.alias", name(alias)));
    } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
      faults.add(place(event), Phrase.of("yaml.anchor", name(node)));
    }
    if (hasTag(event)) {
      faults.add(place(event), Phrase.of("yaml.tag"));
    }
  }

  private static String name(NodeEvent node) {
    return node.getAnchor();
  }

  private static boolean hasTag(Event event) {
    return (event instanceof ScalarEvent scalar && scalar.getTag() != null)
        || (event instanceof SequenceStartEvent list && list.getTag() != null)
        || (event instanceof MappingStartEvent map && map.getTag() != null);
  }

  private static Text text(ScalarEvent scalar) {
    boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
    return new Text(place(scalar), scalar.getValue(), plain);
  }

  private Items items(Event start, int depth) throws YamlException {
    List<YamlNode> items = new ArrayList<>();
    for (Event each = next(); !(each instanceof SequenceEndEvent); each = next()) {
      items.add(node(each, depth + 1));
    }
    return new Items(place(start), items);
  }

  private Keys keys(Event start, int depth) throws YamlException {
    List<Pair> pairs = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    for (Event each = next(); !(each instanceof MappingEndEvent); each = next()) {
      YamlNode key = node(each, depth + 1);
      YamlNode value = node(next(), depth + 1);
      if (!(key instanceof Text name)) {
        throw new YamlException(key.place(), Phrase.of("yaml.key-kind", key.kind()));
      }
      if (isGood(name, seen)) {
        pairs.add(new Pair(name, value));
      }
    }
    return new Keys(place(start), pairs);
  }

  private boolean isGood(Text key, Map<String, Place> seen) {
    if (key.plain() && key.value().equals("<<")) {
      faults.add(key.place(), Phrase.of("yaml.merge"));
      return false;
    }
    Place first = seen.putIfAbsent(key.value(), key.place());
    if (first != null) {
      faults.add(key.place(), Phrase.of("yaml.twice", key.value(), first.line()));
    }
    return first == null;
  }

  private static Place place(Event event) {
    return place(event.getStartMark());
  }

  private static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
