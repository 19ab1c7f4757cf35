package io.github.danmuhub.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers so many entries: one more, and the eldest is forgotten. Not thread-safe. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  public BoundedMap(int most) {
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
