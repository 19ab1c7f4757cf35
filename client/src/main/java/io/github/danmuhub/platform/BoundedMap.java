package io.github.danmuhub.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers a fixed number of entries: one more, and the eldest is forgotten. Not thread-safe. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  public BoundedMap(int most) {
    this.most = most;
  }

  private BoundedMap(int most, int capacity, float load) {
    super(capacity, load, true);
    this.most = most;
  }

  /** The same, but the one that was not looked up for longest is forgotten. */
  public static <K, V> BoundedMap<K, V> byUse(int most) {
    return new BoundedMap<>(most, 16, 0.75f);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
