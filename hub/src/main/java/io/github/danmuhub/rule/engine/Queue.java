package io.github.danmuhub.rule.engine;

import io.github.danmuhub.rule.model.Lane;
import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who waits for whom under one name: what runs, and what runs next. */
final class Queue {
  final List<Run> running = new ArrayList<>(1);
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** One that fired and has to wait. */
  record Waiting(Rule rule, Occasion occasion, boolean dry, long sinceTicks) {
    boolean isExpired(long ticks) {
      return ticks - sinceTicks > rule.lane().ttlMs();
    }
  }

  boolean isEmpty() {
    return running.isEmpty() && waiting.isEmpty();
  }

  int length() {
    return waiting.size();
  }

  boolean isFull(Rule rule) {
    return waiting.size() >= rule.lane().size() && replaced(rule) == null;
  }

  /** Behind all others, or in the place of an earlier one; who had to go for it. */
  @Nullable Waiting add(Waiting next) {
    Lane lane = next.rule().lane();
    Waiting replaced = replaced(next.rule());
    if (replaced != null) {
      replace(replaced, next);
      return replaced;
    }
    Waiting dropped = waiting.size() >= lane.size() ? waiting.poll() : null;
    waiting.add(next);
    return dropped;
  }

  private @Nullable Waiting replaced(Rule rule) {
    return rule.lane().coalesce()
        ? waiting.stream()
            .filter(each -> each.rule().id().equals(rule.id()))
            .findFirst()
            .orElse(null)
        : null;
  }

  private void replace(Waiting old, Waiting next) {
    List<Waiting> all = new ArrayList<>(waiting);
    all.set(all.indexOf(old), next);
    waiting.clear();
    waiting.addAll(all);
  }

  @Nullable Waiting next() {
    return waiting.poll();
  }

  /** All that wait; none do afterwards. */
  List<Waiting> clear() {
    List<Waiting> all = new ArrayList<>(waiting);
    waiting.clear();
    return all;
  }
}
