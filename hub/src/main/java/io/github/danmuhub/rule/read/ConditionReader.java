package io.github.danmuhub.rule.read;

import io.github.danmuhub.event.User;
import io.github.danmuhub.rule.model.Condition;
import io.github.danmuhub.rule.model.Field;
import io.github.danmuhub.rule.model.Fields;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Faults;
import io.github.danmuhub.yaml.Place;
import io.github.danmuhub.yaml.Scalars;
import io.github.danmuhub.yaml.Section;
import io.github.danmuhub.yaml.YamlNode;
import io.github.danmuhub.yaml.YamlNode.Items;
import io.github.danmuhub.yaml.YamlNode.Pair;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code when}: all of its keys must hold; {@code any}, {@code all} and {@code not} hold more. */
final class ConditionReader {
  private static final String COUNTER = "counter.";

  private final Scope scope;
  private final Faults faults;
  private final Set<String> types;

  /**
   * @param types what triggers the rule
   */
  ConditionReader(Scope scope, Set<String> types) {
    this.scope = scope;
    this.faults = scope.faults();
    this.types = types;
  }

  Condition.All read(YamlNode node) {
    List<Condition> parts = new ArrayList<>();
    for (Pair pair : Section.open(node, faults).pairs()) {
      part(pair).ifPresent(parts::add);
    }
    new Contradictions(faults).check(parts, node.place());
    return new Condition.All(parts);
  }

  private Optional<Condition> part(Pair pair) {
    return switch (pair.name()) {
      case "any" -> Optional.of(new Condition.Any(list(pair.value())));
      case "all" -> Optional.of(new Condition.All(list(pair.value())));
      case "not" -> Optional.of(new Condition.Not(read(pair.value())));
      default -> field(pair);
    };
  }

  private List<Condition> list(YamlNode node) {
    if (node instanceof Items items && !items.items().isEmpty()) {
      return items.items().stream().map(each -> (Condition) read(each)).toList();
    }
    faults.add(node.place(), Phrase.of("rule.conditions"));
    return List.of();
  }

  private Optional<Condition> field(Pair pair) {
    if (pair.name().startsWith(COUNTER)) {
      return Optional.of(counted(pair));
    }
    Optional<Field> field = Fields.find(pair.name());
    if (field.isEmpty()) {
      faults.add(pair.key().place(), Phrase.of("config.unknown-key", pair.name(), known()));
      return Optional.empty();
    }
    checkReach(field.get(), pair.key().place());
    return condition(field.get(), pair.value());
  }

  private Optional<Condition> condition(Field field, YamlNode value) {
    return switch (field.kind()) {
      case TEXT -> Optional.of(new Condition.Text(field, new TextTestReader(faults).read(value)));
      case WHOLE -> {
        RangeReader.Range range = new RangeReader(faults).whole(value);
        yield Optional.of(new Condition.Whole(field, range.least(), range.most()));
      }
      case MONEY -> new RangeReader(faults).amount(field, value);
      case ROLES -> Optional.of(new Condition.Roles(field, roles(Scalars.texts(value, faults))));
    };
  }

  private Condition counted(Pair pair) {
    String counter = pair.name().substring(COUNTER.length());
    if (!scope.counters().contains(counter)) {
      faults.add(pair.key().place(), Section.absent(counter, scope.counters(), "counter"));
    }
    RangeReader.Range range = new RangeReader(faults).whole(pair.value());
    return new Condition.Counted(counter, range.least(), range.most());
  }

  private void checkReach(Field field, Place place) {
    if (types.stream().noneMatch(field.types()::contains)) {
      faults.add(place, Phrase.of("rule.never-field", TriggerReader.named(types), field, known()));
    }
  }

  private String known() {
    Set<String> names = new TreeSet<>(Set.of("any", "all", "not"));
    for (String name : Fields.names()) {
      if (types.stream().anyMatch(Fields.find(name).orElseThrow().types()::contains)) {
        names.add(name);
      }
    }
    scope.counters().forEach(counter -> names.add(COUNTER + counter));
    return String.join(", ", names);
  }

  Set<User.Role> roles(List<Text> written) {
    Set<User.Role> roles = EnumSet.noneOf(User.Role.class);
    for (Text text : written) {
      try {
        roles.add(User.Role.valueOf(text.value().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        faults.add(text.place(), Phrase.of("rule.role", text.value()));
      }
    }
    return roles;
  }
}
