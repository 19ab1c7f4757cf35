package io.github.danmuhub.rule.read;

import io.github.danmuhub.rule.model.Condition;
import io.github.danmuhub.rule.text.NormalText;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Faults;
import io.github.danmuhub.yaml.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Conditions that can never hold together. */
final class Contradictions {
  private final Faults faults;

  Contradictions(Faults faults) {
    this.faults = faults;
  }

  void check(List<Condition> together, Place place) {
    Set<String> platforms = platforms(together);
    coins(together)
        .filter(coin -> !platforms.isEmpty() && !platforms.contains(coin))
        .forEach(
            coin ->
                faults.add(
                    place, Phrase.of("rule.never-coins", coin, String.join(", ", platforms))));
    together.forEach(each -> words(each, place));
  }

  private static Set<String> platforms(List<Condition> together) {
    return together.stream()
        .filter(each -> each instanceof Condition.Text text && isPlatform(text))
        .map(each -> ((Condition.Text) each).test().whole())
        .findFirst()
        .orElse(Set.of());
  }

  private static boolean isPlatform(Condition.Text text) {
    return text.field().name().equals("platform");
  }

  /** The platforms whose coins are asked for. */
  private static Stream<String> coins(List<Condition> together) {
    return together.stream()
        .filter(Condition.Amount.class::isInstance)
        .map(each -> ((Condition.Amount) each).currency())
        .filter(currency -> currency.contains(":"))
        .map(currency -> NormalText.of(currency.substring(0, currency.indexOf(':'))));
  }

  /** A text that is one word and must start with, or contain, what that word does not. */
  private void words(Condition condition, Place place) {
    if (condition instanceof Condition.Text text
        && !text.test().whole().isEmpty()
        && text.test().whole().stream().noneMatch(text.test()::accepts)
        && text.test().pattern() == null) {
      faults.add(place, Phrase.of("rule.never-text"));
    }
  }
}
