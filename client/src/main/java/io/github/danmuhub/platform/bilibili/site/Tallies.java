package io.github.danmuhub.platform.bilibili.site;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the site served, refused and only tolerated. One thread. */
final class Tallies {
  private final SortedMap<String, Long> counts = new TreeMap<>();

  void count(String name) {
    counts.merge(name, 1L, Long::sum);
  }

  SortedMap<String, Long> snapshot() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
