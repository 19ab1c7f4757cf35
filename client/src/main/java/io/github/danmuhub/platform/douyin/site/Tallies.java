package io.github.danmuhub.platform.douyin.site;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the simulated site counts: name → count. At most {@value #NAMES} names; one thread. */
final class Tallies {
  static final String ACKS_RIGHT = "acks right";
  static final String ACKS_WRONG = "acks wrong";
  static final String ACKS_MISSING = "acks missing";
  static final String ACKS_OUT_OF_ORDER = "acks out of order";
  static final String ACKS_OVERTAKEN = "other frames while an ack is owed";

  private static final int NAMES = 200;

  private final SortedMap<String, Long> counts = new TreeMap<>();

  void count(String name) {
    add(name, 1);
  }

  void add(String name, long more) {
    if (more != 0 && (counts.size() < NAMES || counts.containsKey(name))) {
      counts.merge(name, more, Long::sum);
    }
  }

  SortedMap<String, Long> snapshot() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
