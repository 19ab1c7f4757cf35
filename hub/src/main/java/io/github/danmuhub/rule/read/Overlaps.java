package io.github.danmuhub.rule.read;

import io.github.danmuhub.rule.model.Condition;
import io.github.danmuhub.rule.model.Fields;
import io.github.danmuhub.rule.model.Rule;
import io.github.danmuhub.rule.model.TextTest;
import io.github.danmuhub.rule.text.WordIndex;
import io.github.danmuhub.rule.text.WordIndex.Where;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Faults;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that set off two rules at once. Only rules that ask for nothing but a text are looked at:
 * the others may mean different people or rooms.
 */
final class Overlaps {
  private final Faults faults;

  Overlaps(Faults faults) {
    this.faults = faults;
  }

  private record Plain(Rule rule, TextTest test, Set<String> types) {}

  /**
   * @param rules those that are not allowed to
   */
  void check(List<Rule> rules) {
    List<Plain> plain = new ArrayList<>();
    for (Rule rule : rules) {
      TextTest test = onlyText(rule.cause().when());
      if (test != null && test.pattern() == null) {
        plain.add(new Plain(rule, test, types(rule)));
      }
    }
    WordIndex index = index(plain);
    for (int i = 0; i < plain.size(); i++) {
      check(i, plain, index);
    }
  }

  private void check(int at, List<Plain> plain, WordIndex index) {
    Plain one = plain.get(at);
    for (String word : one.test().whole()) {
      BitSet owners = index.find(word);
      for (int other = owners.nextSetBit(0); other >= 0; other = owners.nextSetBit(other + 1)) {
        Plain two = plain.get(other);
        boolean told = !two.test().whole().isEmpty() && other > at;
        if (other != at && !told && meet(one, two) && two.test().accepts(word)) {
          faults.add(
              one.rule().place(),
              Phrase.of("rule.overlap", word, two.rule().id(), two.rule().place().line()));
        }
      }
    }
  }

  private static boolean meet(Plain one, Plain two) {
    return !Collections.disjoint(one.types(), two.types());
  }

  private static WordIndex index(List<Plain> plain) {
    WordIndex.Builder index = new WordIndex.Builder();
    for (int i = 0; i < plain.size(); i++) {
      int owner = i;
      TextTest test = plain.get(i).test();
      test.whole().forEach(word -> index.add(word, Where.WHOLE, owner));
      test.starts().forEach(word -> index.add(word, Where.START, owner));
      test.contains().forEach(word -> index.add(word, Where.ANYWHERE, owner));
    }
    return index.build();
  }

  private static Set<String> types(Rule rule) {
    return rule.cause().on().stream().map(trigger -> trigger.type()).collect(Collectors.toSet());
  }

  private static @Nullable TextTest onlyText(Condition when) {
    return when instanceof Condition.All all
            && all.parts().size() == 1
            && all.parts().get(0) instanceof Condition.Text text
            && text.field() == Fields.TEXT
        ? text.test()
        : null;
  }
}
