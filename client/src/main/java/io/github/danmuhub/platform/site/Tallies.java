package io.github.danmuhub.platform.site;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a simulated site served, refused and only tolerated: name → count. At most {@value #NAMES}
 * names, since clients can cause new ones; later ones are not counted. One thread.
 */
public final class Tallies {
  private static final int NAMES = 200;

  private final SortedMap<String, Long> counts = new TreeMap<>();

  public void count(String name) {
    add(name, 1);
  }

  public void add(String name, long more) {
    if (more != 0 && (counts.size() < NAMES || counts.containsKey(name))) {
      counts.merge(name, more, Long::sum);
    }
  }

  /** As they are now. */
  public SortedMap<String, Long> snapshot() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
