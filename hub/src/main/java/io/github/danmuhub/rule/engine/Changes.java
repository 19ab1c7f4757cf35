package io.github.danmuhub.rule.engine;

import io.github.danmuhub.rule.model.Rule;
import io.github.danmuhub.rule.model.RuleSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a new file changes.
 *
 * @param ids of rules that say something else now, or are no more
 * @param kinds of the actions of all rules that may act differently: a limit or a vote that has
 *     changed may let any of them act
 */
record Changes(Set<String> ids, Set<String> kinds) {

  static Changes between(RuleSet old, RuleSet next) {
    Map<String, Rule> before = byId(old);
    Map<String, Rule> after = byId(next);
    Set<String> ids = new HashSet<>();
    before.forEach((id, rule) -> addIfOther(id, rule, after.get(id), ids));
    Set<String> kinds = new TreeSet<>();
    boolean all = !old.withoutRules().equals(next.withoutRules());
    for (Map<String, Rule> side : List.of(before, after)) {
      side.forEach(
          (id, rule) -> {
            if (all || ids.contains(id) || !before.containsKey(id)) {
              kinds.addAll(rule.program().kinds());
            }
          });
    }
    return new Changes(ids, kinds);
  }

  private static void addIfOther(String id, Rule rule, @Nullable Rule next, Set<String> ids) {
    if (next == null || !rule.text().equals(next.text()) || !rule.lane().equals(next.lane())) {
      ids.add(id);
    }
  }

  private static Map<String, Rule> byId(RuleSet rules) {
    Map<String, Rule> byId = new HashMap<>();
    rules.rules().forEach(rule -> byId.put(rule.id(), rule));
    return byId;
  }

  boolean has(String rule) {
    return ids.contains(rule);
  }
}
