package io.github.danmuhub.rule.read;

import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.Trigger;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Place;
import io.github.danmuhub.yaml.Scalars;
import io.github.danmuhub.yaml.Section;
import io.github.danmuhub.yaml.YamlNode;
import io.github.danmuhub.yaml.YamlNode.Keys;
import io.github.danmuhub.yaml.YamlNode.Pair;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code on}: types of events, {@code http}, {@code every}, {@code at}, the end of a vote. */
final class TriggerReader {
  private static final long SHORTEST_MS = 100;
  private static final long LONGEST_MS = 24 * 3_600_000L;

  private final Scope scope;

  TriggerReader(Scope scope) {
    this.scope = scope;
  }

  List<Trigger> read(Section rule) {
    List<Trigger> triggers = new ArrayList<>();
    for (YamlNode each : rule.items("on")) {
      if (each instanceof Keys) {
        Section.of(each, scope.faults(), "every", "at", "vote", "no_vote")
            .pairs()
            .forEach(pair -> special(pair, triggers));
      } else {
        word(each, triggers);
      }
    }
    if (triggers.isEmpty() && rule.need("on") != null && scope.faults().isEmpty()) {
      scope.faults().add(rule.at("on"), Phrase.of("rule.never-on"));
    }
    return triggers;
  }

  /** What may set a rule off, for a person: a type as it is written, a time in words. */
  static Phrase named(Set<String> types) {
    return Phrase.any(
        types.stream()
            .map(type -> type.equals(Occasion.SCHEDULE) ? Phrase.of("rule.schedule") : type)
            .toList());
  }

  private void word(YamlNode node, List<Trigger> triggers) {
    String type = Scalars.text(node, scope.faults());
    if (type.equals(Occasion.HTTP)) {
      triggers.add(new Trigger.Http());
    } else if (EventTypes.names().contains(type)) {
      triggers.add(new Trigger.Event(type));
    } else {
      Set<String> known = new TreeSet<>(EventTypes.names());
      known.addAll(List.of(Occasion.HTTP, "{every: 5m}", "{at: \"20:00\"}", "{vote: NAME}"));
      scope
          .faults()
          .add(node.place(), Phrase.of("rule.no-trigger", type, String.join(", ", known)));
    }
  }

  private void special(Pair pair, List<Trigger> triggers) {
    YamlNode value = pair.value();
    switch (pair.name()) {
      case "every" ->
          triggers.add(
              new Trigger.Every(Scalars.duration(value, SHORTEST_MS, LONGEST_MS, scope.faults())));
      case "at" -> Scalars.texts(value, scope.faults()).forEach(text -> at(text, triggers));
      case "vote", "no_vote" -> vote(pair.name().equals("vote"), value, triggers);
      default -> {} // told as unknown
    }
  }

  private void at(Text text, List<Trigger> triggers) {
    try {
      triggers.add(new Trigger.At(LocalTime.parse(text.value())));
    } catch (DateTimeException e) {
      scope.faults().add(text.place(), Phrase.of("rule.time"));
    }
  }

  private void vote(boolean decided, YamlNode node, List<Trigger> triggers) {
    String name = Scalars.text(node, scope.faults());
    Place place = node.place();
    if (!scope.votes().containsKey(name)) {
      scope.faults().add(place, Section.absent(name, scope.votes().keySet(), "vote"));
    }
    triggers.add(new Trigger.Vote(name, decided));
  }
}
