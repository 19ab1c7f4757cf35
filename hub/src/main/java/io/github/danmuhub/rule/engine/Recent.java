package io.github.danmuhub.rule.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** A map of so many keys at most: the one that was not asked for longest is forgotten. */
final class Recent<V> {
  private static final float LOAD = 0.75f;

  private final int most;
  private final LinkedHashMap<String, V> map = new LinkedHashMap<>(16, LOAD, true);

  Recent(int most) {
    this.most = most;
  }

  /** The value, made where there is none. */
  V get(String key, Function<String, V> made) {
    V value = map.computeIfAbsent(key, made);
    bound();
    return value;
  }

  V peek(String key, V otherwise) {
    return map.getOrDefault(key, otherwise);
  }

  void put(String key, V value) {
    map.put(key, value);
    bound();
  }

  void remove(String key) {
    map.remove(key);
  }

  void removeIf(Predicate<String> which) {
    map.keySet().removeIf(which);
  }

  private void bound() {
    if (map.size() > most) {
      Iterator<String> eldest = map.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }
}
