package io.github.danmuhub.rule.read;

import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.model.Rule;
import io.github.danmuhub.rule.model.RuleSet;
import io.github.danmuhub.rule.model.RuleSet.Pace;
import io.github.danmuhub.rule.model.VotePlan;
import io.github.danmuhub.rule.text.NormalText;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Faults;
import io.github.danmuhub.yaml.Section;
import io.github.danmuhub.yaml.YamlException;
import io.github.danmuhub.yaml.YamlNode;
import io.github.danmuhub.yaml.YamlNode.Keys;
import io.github.danmuhub.yaml.YamlNode.Pair;
import io.github.danmuhub.yaml.YamlNode.Text;
import io.github.danmuhub.yaml.YamlReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A file of rules: YAML, checked whole. */
public final class RulesReader {
  private static final String[] KEYS = {
    "version",
    "dry_run",
    "zone",
    "seed",
    "limits",
    "groups",
    "queues",
    "counters",
    "muted",
    "votes",
    "rules"
  };
  private static final long LONGEST_MS = 24 * 3_600_000L;
  private static final int MOST_RULES = 20_000;

  private final Faults faults = new Faults();
  private final Map<String, ActionKind> kinds;

  private RulesReader(Map<String, ActionKind> kinds) {
    this.kinds = kinds;
  }

  /**
   * Reads and checks it.
   *
   * @param kinds the actions that there are, by name
   */
  public static Checked read(String yaml, Map<String, ActionKind> kinds) {
    RulesReader reader = new RulesReader(kinds);
    try {
      RuleSet rules = reader.file(YamlReader.read(yaml, reader.faults));
      return new Checked(rules, reader.faults.all());
    } catch (YamlException e) {
      return new Checked(RuleSet.EMPTY, List.of(e.fault()));
    }
  }

  private RuleSet file(YamlNode root) {
    Section file = Section.of(root, faults, KEYS);
    version(file);
    Map<String, VotePlan> votes = votes(file);
    Map<String, Boolean> counters = counters(file);
    Scope scope = new Scope(faults, kinds, groups(file), queues(file), counters.keySet(), votes);
    return new RuleSet(
        general(file), scope.groups(), persistent(counters), votes, rules(file, scope));
  }

  private RuleSet.General general(Section file) {
    return new RuleSet.General(
        file.flag("dry_run"),
        zone(file),
        file.has("seed") ? file.whole("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE) : null,
        pace(file.get("limits")),
        muted(file));
  }

  private void version(Section file) {
    if (file.need("version") != null) {
      file.whole("version", 1, 1, 1);
    }
  }

  private ZoneId zone(Section file) {
    String zone = file.text("zone");
    try {
      return zone == null ? ZoneId.of("UTC") : ZoneId.of(zone);
    } catch (DateTimeException e) {
      faults.add(file.at("zone"), Phrase.of("rule.zone"));
      return ZoneId.of("UTC");
    }
  }

  private Pace pace(@Nullable YamlNode node) {
    if (node == null) {
      return Pace.STANDARD;
    }
    Section section = Section.of(node, faults, "per_second", "per_user_per_minute");
    return new Pace(
        (int) section.whole("per_second", Pace.STANDARD.perSecond(), 1, 100_000),
        (int) section.whole("per_user_per_minute", Pace.STANDARD.perUserPerMinute(), 1, 100_000));
  }

  private Map<String, Long> groups(Section file) {
    Map<String, Long> groups = new LinkedHashMap<>();
    for (Pair pair : Section.open(file.get("groups"), faults).pairs()) {
      Section group = Section.of(pair.value(), faults, "cooldown");
      group.need("cooldown");
      groups.put(pair.name(), group.duration("cooldown", 0, 0, LONGEST_MS));
    }
    return groups;
  }

  private Map<String, Section> queues(Section file) {
    Map<String, Section> queues = new LinkedHashMap<>();
    for (Pair pair : Section.open(file.get("queues"), faults).pairs()) {
      queues.put(pair.name(), Section.of(pair.value(), faults, LimitReader.QUEUE_KEYS));
    }
    return queues;
  }

  /** To whether they outlive the program. */
  private Map<String, Boolean> counters(Section file) {
    Map<String, Boolean> counters = new TreeMap<>();
    for (Pair pair : Section.open(file.get("counters"), faults).pairs()) {
      if (!pair.name().matches("[A-Za-z0-9_-]{1,64}")) {
        faults.add(pair.key().place(), Phrase.of("rule.counter-name"));
      }
      Section counter = Section.of(pair.value(), faults, "persist");
      counters.put(pair.name(), counter.flag("persist"));
    }
    return counters;
  }

  private static Set<String> persistent(Map<String, Boolean> counters) {
    Set<String> persistent = new TreeSet<>(counters.keySet());
    persistent.removeIf(name -> !counters.getOrDefault(name, false));
    return persistent;
  }

  private Set<String> muted(Section file) {
    Set<String> muted = new TreeSet<>();
    for (Text text : file.texts("muted")) {
      String word = NormalText.of(text.value());
      if (word.isEmpty()) {
        faults.add(text.place(), Phrase.of("rule.unseen-word"));
      } else {
        muted.add(word);
      }
    }
    return muted;
  }

  private Map<String, VotePlan> votes(Section file) {
    Map<String, VotePlan> votes = new LinkedHashMap<>();
    for (Pair pair : Section.open(file.get("votes"), faults).pairs()) {
      if (!pair.name().matches("[A-Za-z0-9_-]{1,64}")) {
        faults.add(pair.key().place(), Phrase.of("rule.vote-name"));
      }
      votes.put(pair.name(), new VoteReader(faults).read(pair));
    }
    return votes;
  }

  private List<Rule> rules(Section file, Scope scope) {
    List<Rule> rules = new ArrayList<>();
    List<Rule> apart = new ArrayList<>();
    RuleReader reader = new RuleReader(scope);
    List<YamlNode> nodes = file.items("rules");
    if (nodes.size() > MOST_RULES) {
      faults.add(nodes.get(MOST_RULES).place(), Phrase.of("rule.rules", MOST_RULES));
      return rules;
    }
    for (YamlNode node : nodes) {
      if (!(node instanceof Keys)) {
        faults.add(node.place(), Phrase.of("rule.keys"));
        continue;
      }
      RuleReader.Read read = reader.read(node);
      rules.add(read.rule());
      if (!read.mayOverlap()) {
        apart.add(read.rule());
      }
    }
    new Overlaps(faults).check(apart);
    return rules;
  }
}
