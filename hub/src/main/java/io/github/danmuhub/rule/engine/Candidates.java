package io.github.danmuhub.rule.engine;

import io.github.danmuhub.rule.model.Condition;
import io.github.danmuhub.rule.model.Fields;
import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.Rule;
import io.github.danmuhub.rule.model.TextTest;
import io.github.danmuhub.rule.text.WordIndex;
import io.github.danmuhub.rule.text.WordIndex.Where;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rules are worth asking: those that hear the type, and of those that wait for words the ones
 * whose words are there. A text is walked once for all of them. Immutable.
 */
final class Candidates {
  private final List<Rule> rules;
  private final Map<String, Hearing> byType = new HashMap<>();

  /** Of one type of occasion. */
  private record Hearing(BitSet always, WordIndex words, List<Rule> collecting) {}

  Candidates(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    Set<String> types = new HashSet<>();
    rules.forEach(rule -> rule.cause().on().forEach(trigger -> types.add(trigger.type())));
    types.forEach(type -> byType.put(type, hearing(type)));
  }

  private Hearing hearing(String type) {
    BitSet always = new BitSet();
    WordIndex.Builder words = new WordIndex.Builder();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (rule.hears(type) && !isCombo(rule, type) && !waitsForWords(rule, i, words)) {
        always.set(i);
      }
    }
    List<Rule> collecting = rules.stream().filter(rule -> isCombo(rule, type)).toList();
    return new Hearing(always, words.build(), collecting);
  }

  private static boolean isCombo(Rule rule, String type) {
    return rule.cause().comboMs() > 0 && type.equals("gift") && rule.hears(type);
  }

  /** The words of its first condition on the text that has any; whether it has. */
  private static boolean waitsForWords(Rule rule, int owner, WordIndex.Builder words) {
    TextTest test = textTest(rule.cause().when());
    if (test == null) {
      return false;
    }
    if (!test.whole().isEmpty()) {
      test.whole().forEach(word -> words.add(word, Where.WHOLE, owner));
    } else if (!test.starts().isEmpty()) {
      test.starts().forEach(word -> words.add(word, Where.START, owner));
    } else {
      test.contains().forEach(word -> words.add(word, Where.ANYWHERE, owner));
    }
    return !test.whole().isEmpty() || !test.starts().isEmpty() || !test.contains().isEmpty();
  }

  private static @Nullable TextTest textTest(Condition when) {
    if (when instanceof Condition.All all) {
      for (Condition part : all.parts()) {
        if (part instanceof Condition.Text text && text.field() == Fields.TEXT) {
          return text.test();
        }
      }
    }
    return null;
  }

  /** In the order of the file. */
  List<Rule> of(Occasion occasion) {
    Hearing hearing = byType.get(occasion.type());
    if (hearing == null) {
      return List.of();
    }
    BitSet asked = hearing.words.find(occasion.foldedText());
    asked.or(hearing.always);
    return asked.isEmpty() ? List.of() : asked.stream().mapToObj(rules::get).toList();
  }

  /** Those that wait until a combo of such gifts is over. */
  List<Rule> collecting(Occasion occasion) {
    Hearing hearing = byType.get(occasion.type());
    return hearing == null ? List.of() : hearing.collecting;
  }
}
