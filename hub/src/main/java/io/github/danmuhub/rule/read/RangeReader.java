package io.github.danmuhub.rule.read;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.rule.model.Condition;
import io.github.danmuhub.rule.model.Field;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Faults;
import io.github.danmuhub.yaml.Place;
import io.github.danmuhub.yaml.Scalars;
import io.github.danmuhub.yaml.Section;
import io.github.danmuhub.yaml.YamlNode;
import io.github.danmuhub.yaml.YamlNode.Keys;
import io.github.danmuhub.yaml.YamlNode.Pair;
import java.util.List;
import java.util.Optional;

/** Numbers and amounts: a value alone, or {@code gte}, {@code gt}, {@code lte}, {@code lt}. */
final class RangeReader {
  private static final long LARGEST = 999_999_999_999_999L;

  private final Faults faults;

  RangeReader(Faults faults) {
    this.faults = faults;
  }

  /** Two bounds that count. */
  record Range(long least, long most) {
    static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

    Range with(String key, long value) {
      return switch (key) {
        case "gte" -> new Range(Math.max(least, value), most);
        case "gt" -> new Range(Math.max(least, value + 1), most);
        case "lte" -> new Range(least, Math.min(most, value));
        case "lt" -> new Range(least, Math.min(most, value - 1));
        default -> new Range(value, value);
      };
    }
  }

  Range whole(YamlNode node) {
    Range range = Range.ALL;
    for (Pair bound : bounds(node)) {
      range = range.with(bound.name(), Scalars.whole(bound.value(), -LARGEST, LARGEST, faults));
    }
    return checked(node.place(), range);
  }

  /** An amount; empty where it has no currency, or two. */
  Optional<Condition> amount(Field field, YamlNode node) {
    Range range = Range.ALL;
    String currency = null;
    for (Pair bound : bounds(node)) {
      Money money = Amounts.read(bound.value(), faults);
      if (money == null) {
        return Optional.empty();
      }
      if (currency != null && !currency.equals(money.currency())) {
        faults.add(
            bound.value().place(),
            Phrase.of("rule.currencies", money.currency(), String.valueOf(currency)));
        return Optional.empty();
      }
      currency = money.currency();
      range = range.with(bound.name(), money.milli());
    }
    Range good = checked(node.place(), range);
    return Optional.ofNullable(currency)
        .map(one -> new Condition.Amount(field, one, good.least(), good.most()));
  }

  private Iterable<Pair> bounds(YamlNode node) {
    if (node instanceof Keys) {
      Section section = Section.of(node, faults, "gte", "gt", "lte", "lt", "eq");
      if (section.pairs().isEmpty()) {
        faults.add(node.place(), Phrase.of("rule.range"));
      }
      return section.pairs();
    }
    YamlNode.Text eq = new YamlNode.Text(node.place(), "eq", true);
    return List.of(new Pair(eq, node));
  }

  private Range checked(Place place, Range range) {
    if (range.least() > range.most()) {
      faults.add(place, Phrase.of("rule.never-range"));
    }
    return range;
  }
}
