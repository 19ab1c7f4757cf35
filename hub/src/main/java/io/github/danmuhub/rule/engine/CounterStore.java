package io.github.danmuhub.rule.engine;

import io.github.danmuhub.rule.model.Counters;
import java.util.Map;
import java.util.TreeMap;

/** The named counters. Their names are the file's, so they are few. */
final class CounterStore implements Counters {
  private final Map<String, Long> values = new TreeMap<>();

  @Override
  public long value(String counter) {
    return values.getOrDefault(counter, 0L);
  }

  void add(String counter, long amount) {
    values.merge(counter, amount, CounterStore::sum);
  }

  /** At the ends of the range it stays there. */
  private static long sum(long a, long b) {
    long sum = a + b;
    boolean over = ((a ^ sum) & (b ^ sum)) < 0;
    return over ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }

  void set(String counter, long value) {
    values.put(counter, value);
  }

  Map<String, Long> all() {
    return Map.copyOf(values);
  }
}
