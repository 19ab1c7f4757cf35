package io.github.danmuhub.stats;

import io.github.danmuhub.event.User;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sums by person, known by their id, else by their name. Memory grows with the number of people,
 * some 200 bytes each.
 */
final class People {
  private final Map<String, Entry> entries = new HashMap<>();

  private static final class Entry {
    private final @Nullable String id;
    private String name;
    private long amount;

    private Entry(@Nullable String id, String name) {
      this.id = id;
      this.name = name;
    }
  }

  void add(User user, long amount) {
    String id = user.id();
    String key = id == null ? "\0" + user.displayName() : id;
    Entry entry = entries.computeIfAbsent(key, k -> new Entry(id, user.displayName()));
    entry.name = user.displayName();
    entry.amount = Sums.add(entry.amount, amount);
  }

  int size() {
    return entries.size();
  }

  /** Of those that have one. */
  Set<String> ids() {
    return entries.values().stream()
        .map(entry -> entry.id)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  List<Report.Person> top(int length) {
    return entries.values().stream()
        .filter(entry -> entry.amount > 0)
        .sorted(Comparator.comparingLong((Entry e) -> -e.amount).thenComparing(e -> e.name))
        .limit(length)
        .map(entry -> new Report.Person(entry.id, entry.name, entry.amount))
        .toList();
  }
}
