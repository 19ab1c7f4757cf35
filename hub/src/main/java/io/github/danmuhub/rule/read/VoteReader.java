package io.github.danmuhub.rule.read;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.User;
import io.github.danmuhub.rule.model.VotePlan;
import io.github.danmuhub.rule.model.VotePlan.Option;
import io.github.danmuhub.rule.model.VotePlan.Outcome;
import io.github.danmuhub.rule.model.VotePlan.Suffrage;
import io.github.danmuhub.rule.model.VotePlan.Window;
import io.github.danmuhub.rule.model.Weights;
import io.github.danmuhub.rule.text.NormalText;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Faults;
import io.github.danmuhub.yaml.Place;
import io.github.danmuhub.yaml.Scalars;
import io.github.danmuhub.yaml.Section;
import io.github.danmuhub.yaml.YamlNode;
import io.github.danmuhub.yaml.YamlNode.Keys;
import io.github.danmuhub.yaml.YamlNode.Pair;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of {@code votes}. */
final class VoteReader {
  private static final long LONGEST_MS = 24 * 3_600_000L;
  private static final int MOST_OPTIONS = 100;
  private static final long MOST_WEIGHT = 1_000;
  private static final int MOST_DRAWN = 20;

  private final Faults faults;

  VoteReader(Faults faults) {
    this.faults = faults;
  }

  VotePlan read(Pair pair) {
    Section section =
        Section.of(
            pair.value(),
            faults,
            "window",
            "options",
            "count",
            "weight",
            "quorum",
            "tie",
            "otherwise",
            "draw",
            "rooms",
            "starts",
            "pause");
    section.need("window");
    Map<String, Option> options = options(section);
    return new VotePlan(
        pair.name(), options, window(section), suffrage(section), outcome(section, options));
  }

  private static Window window(Section section) {
    return new Window(
        section.duration("window", 10_000, 100, LONGEST_MS),
        section.duration("pause", 0, 0, LONGEST_MS),
        section.word("starts", VotePlan.Starts.BY_HAND));
  }

  private Suffrage suffrage(Section section) {
    return new Suffrage(
        rooms(section),
        section.word("count", VotePlan.Counting.LAST),
        weights(section.get("weight")));
  }

  private Outcome outcome(Section section, Map<String, Option> options) {
    return new Outcome(
        (int) section.whole("quorum", 1, 1, 1_000_000),
        section.word("tie", VotePlan.Tie.FIRST),
        otherwise(section, options),
        draw(section));
  }

  private Map<String, Option> options(Section section) {
    Map<String, Option> options = new LinkedHashMap<>();
    YamlNode node = section.need("options");
    if (node instanceof Keys keys) {
      for (Pair pair : keys.pairs()) {
        add(pair.key(), Scalars.text(pair.value(), faults), options);
      }
    } else if (node != null) {
      Scalars.texts(node, faults).forEach(text -> add(text, text.value(), options));
    }
    if (node != null && (options.isEmpty() || options.size() > MOST_OPTIONS)) {
      faults.add(node.place(), Phrase.of("rule.options", MOST_OPTIONS));
    }
    return options;
  }

  private void add(Text written, String value, Map<String, Option> options) {
    String normal = NormalText.of(written.value());
    Place place = written.place();
    if (normal.isEmpty()) {
      faults.add(place, Phrase.of("rule.unseen-option"));
    } else if (options.putIfAbsent(normal, new Option(written.value(), value)) != null) {
      faults.add(place, Phrase.of("rule.option-twice", normal));
    }
  }

  private @Nullable String otherwise(Section section, Map<String, Option> options) {
    String otherwise = section.text("otherwise");
    if (otherwise != null
        && options.values().stream().noneMatch(option -> option.value().equals(otherwise))) {
      faults.add(section.at("otherwise"), Phrase.of("rule.no-option", otherwise));
    }
    return otherwise;
  }

  private int draw(Section section) {
    if (section.has("draw") && "every_message".equals(section.text("count"))) {
      faults.add(section.at("draw"), Phrase.of("rule.draw"));
    }
    return (int) section.whole("draw", 0, 1, MOST_DRAWN);
  }

  private Set<String> rooms(Section section) {
    Set<String> rooms = new LinkedHashSet<>();
    for (Text text : section.texts("rooms")) {
      if (!text.value().matches("[a-z0-9-]+:\\S+")) {
        faults.add(text.place(), Phrase.of("rule.room"));
      }
      rooms.add(text.value());
    }
    return rooms;
  }

  private Weights weights(@Nullable YamlNode node) {
    if (node == null) {
      return Weights.EQUAL;
    }
    Section section =
        Section.of(
            node,
            faults,
            "anchor",
            "moderator",
            "member",
            "vip",
            "guest",
            "masked",
            "gift",
            "gift_most");
    Map<User.Role, Long> roles = new EnumMap<>(User.Role.class);
    for (User.Role role : User.Role.values()) {
      String name = role.name().toLowerCase(Locale.ROOT);
      if (section.has(name)) {
        roles.put(role, section.whole(name, 1, 0, MOST_WEIGHT));
      }
    }
    return new Weights(
        roles, gift(section), section.whole("gift_most", MOST_WEIGHT, 0, MOST_WEIGHT));
  }

  private @Nullable Money gift(Section section) {
    YamlNode node = section.get("gift");
    Money gift = node == null ? null : Amounts.read(node, faults);
    if (gift != null && gift.milli() == 0) {
      faults.add(section.at("gift"), Phrase.of("rule.more"));
      return null;
    }
    return gift;
  }
}
