package io.github.danmuhub.rule.read;

import static java.util.stream.Collectors.toCollection;

import io.github.danmuhub.rule.model.Condition;
import io.github.danmuhub.rule.model.Program;
import io.github.danmuhub.rule.model.Rule;
import io.github.danmuhub.rule.model.Trigger;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Place;
import io.github.danmuhub.yaml.Scalars;
import io.github.danmuhub.yaml.Section;
import io.github.danmuhub.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One of {@code rules}. */
final class RuleReader {
  static final String[] KEYS = {
    "id", "on", "when", "count", "combo", "limit", "mode", "queue", "do", "finally", "dry_run",
    "overlap"
  };
  private static final long LONGEST_COMBO_MS = 60_000;

  private final Scope scope;
  private final Map<String, Place> ids = new HashMap<>();

  RuleReader(Scope scope) {
    this.scope = scope;
  }

  /** A rule, and whether its words may be another's too. */
  record Read(Rule rule, boolean mayOverlap) {}

  Read read(YamlNode node) {
    Section section = Section.of(node, scope.faults(), KEYS);
    String id = id(section);
    List<Trigger> on = new TriggerReader(scope).read(section);
    Set<String> types = on.stream().map(Trigger::type).collect(toCollection(TreeSet::new));
    ConditionReader conditions = new ConditionReader(scope, types);
    YamlNode when = section.get("when");
    LimitReader limits = new LimitReader(scope);
    Rule rule =
        new Rule(
            new Rule.Heading(id, section.at("id"), Canonical.of(node)),
            new Rule.Cause(
                on,
                when == null ? Condition.All.ALWAYS : conditions.read(when),
                limits.repeats(section.get("count")),
                combo(section, types)),
            limits.limit(section.get("limit"), conditions),
            limits.lane(id, section),
            program(section, types),
            section.flag("dry_run"));
    return new Read(rule, section.flag("overlap"));
  }

  private String id(Section section) {
    YamlNode node = section.need("id");
    String id = node == null ? "" : Scalars.text(node, scope.faults());
    if (node == null) {
      return id;
    }
    if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
      scope.faults().add(node.place(), Phrase.of("rule.id"));
    }
    Place first = ids.putIfAbsent(id, node.place());
    if (first != null) {
      scope.faults().add(node.place(), Phrase.of("rule.id-twice", id, first.line()));
    }
    return id;
  }

  private long combo(Section section, Set<String> types) {
    if (!section.has("combo")) {
      return 0;
    }
    if (!types.contains("gift")) {
      scope.faults().add(section.at("combo"), Phrase.of("rule.combo"));
    }
    Section combo = Section.of(section.get("combo"), scope.faults(), "window");
    combo.need("window");
    return combo.duration("window", 1_000, 1, LONGEST_COMBO_MS);
  }

  private Program program(Section section, Set<String> types) {
    StepReader steps = new StepReader(scope, types);
    Program program =
        new Program(steps.read(section.items("do")), steps.read(section.items("finally")));
    if (section.items("do").isEmpty() && section.need("do") != null) {
      scope.faults().add(section.at("do"), Phrase.of("rule.nothing"));
    }
    return program;
  }
}
