package io.github.danmuhub.rule.read;

import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.Parameter;
import io.github.danmuhub.rule.model.Argument;
import io.github.danmuhub.rule.model.Step;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Faults;
import io.github.danmuhub.yaml.Scalars;
import io.github.danmuhub.yaml.Section;
import io.github.danmuhub.yaml.YamlNode;
import io.github.danmuhub.yaml.YamlNode.Items;
import io.github.danmuhub.yaml.YamlNode.Keys;
import io.github.danmuhub.yaml.YamlNode.Pair;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code do} and {@code finally}: a list of steps, each with one key that says what it is. */
final class StepReader {
  private static final long LONGEST_WAIT_MS = 3_600_000L;
  private static final long LARGEST = 1_000_000_000_000L;
  private static final int MOST = 100;

  private final Scope scope;
  private final Faults faults;
  private final ArgumentReader arguments;

  StepReader(Scope scope, Set<String> types) {
    this.scope = scope;
    this.faults = scope.faults();
    this.arguments = new ArgumentReader(faults, new TemplateReader(scope, types));
  }

  List<Step> read(List<YamlNode> nodes) {
    List<Step> steps = new ArrayList<>();
    for (YamlNode node : nodes) {
      if (node instanceof Keys keys && keys.pairs().size() == 1) {
        step(keys.pairs().get(0), steps);
      } else {
        faults.add(node.place(), Phrase.of("rule.step-key"));
      }
    }
    if (nodes.size() > MOST) {
      faults.add(nodes.get(MOST).place(), Phrase.of("rule.steps", MOST));
    }
    return steps;
  }

  private void step(Pair pair, List<Step> steps) {
    YamlNode value = pair.value();
    switch (pair.name()) {
      case "wait" -> steps.add(new Step.Wait(Scalars.duration(value, 0, LONGEST_WAIT_MS, faults)));
      case "choose" -> steps.add(choose(value));
      case "counter" -> steps.add(count(value));
      case "vote" -> steps.add(ballot(value));
      default -> act(pair, steps);
    }
  }

  private Step choose(YamlNode node) {
    List<Step.Branch> branches = new ArrayList<>();
    if (!(node instanceof Items items) || items.items().isEmpty()) {
      faults.add(node.place(), Phrase.of("rule.branches"));
      return new Step.Choose(branches);
    }
    for (YamlNode each : items.items()) {
      Section branch = Section.of(each, faults, "weight", "do");
      long weight = branch.whole("weight", 1, 0, 1_000_000);
      branches.add(new Step.Branch(weight, read(branch.items("do"))));
    }
    Step.Choose choose = new Step.Choose(branches);
    if (choose.weight() == 0) {
      faults.add(node.place(), Phrase.of("rule.weights"));
    }
    return choose;
  }

  private Step count(YamlNode node) {
    Section section = Section.of(node, faults, "name", "add", "set");
    String name = section.text("name");
    if (name == null || !scope.counters().contains(name)) {
      faults.add(
          section.at("name"), Section.absent(String.valueOf(name), scope.counters(), "counter"));
    }
    if (section.has("add") == section.has("set")) {
      faults.add(node.place(), Phrase.of("rule.add-set"));
    }
    boolean set = section.has("set");
    long amount = section.whole(set ? "set" : "add", 0, -LARGEST, LARGEST);
    return new Step.Count(String.valueOf(name), amount, set);
  }

  private Step ballot(YamlNode node) {
    Section section = Section.of(node, faults, "start", "stop");
    if (section.has("start") == section.has("stop")) {
      faults.add(node.place(), Phrase.of("rule.start-stop"));
    }
    boolean starts = section.has("start");
    String name = section.named(starts ? "start" : "stop", scope.votes(), "vote");
    return new Step.Ballot(String.valueOf(name), starts);
  }

  private void act(Pair pair, List<Step> steps) {
    ActionKind kind = scope.kinds().get(pair.name());
    if (kind == null) {
      Set<String> known = new TreeSet<>(Set.of("wait", "choose", "counter", "vote"));
      known.addAll(scope.kinds().keySet());
      faults.add(
          pair.key().place(), Phrase.of("rule.no-step", pair.name(), String.join(", ", known)));
      return;
    }
    steps.add(new Step.Act(kind.name(), arguments(kind, pair.value())));
  }

  private Map<String, Argument> arguments(ActionKind kind, YamlNode node) {
    Map<String, Argument> filled = new LinkedHashMap<>();
    if (node instanceof Text && kind.single().isPresent()) {
      String name = kind.single().get();
      kind.parameter(name).ifPresent(only -> filled.put(name, arguments.read(only, node)));
    } else {
      String[] known = kind.parameters().stream().map(Parameter::name).toArray(String[]::new);
      Section section = Section.of(node, faults, known);
      kind.parameters().forEach(parameter -> put(parameter, section, filled));
    }
    for (Parameter parameter : kind.parameters()) {
      if (parameter.required() && !filled.containsKey(parameter.name())) {
        faults.add(node.place(), Phrase.of("rule.needs", kind.name(), parameter.name()));
      }
    }
    return filled;
  }

  private void put(Parameter parameter, Section section, Map<String, Argument> filled) {
    YamlNode value = section.get(parameter.name());
    if (value != null) {
      filled.put(parameter.name(), arguments.read(parameter, value));
    }
  }
}
