package io.github.danmuhub.connection;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The keys of a room's last messages, so that none is emitted twice. Bounded: beyond the window the
 * oldest key is forgotten. Keeps 64-bit hashes instead of the keys, which come from outside and may
 * be long; two of 8,192 keys collide about once in 10¹⁵ messages. A quiet room holds next to
 * nothing. One thread.
 */
final class RecentKeys {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private final int window;
  private final long seed;
  private final Set<Long> hashes = new LinkedHashSet<>(4);

  /**
   * @param seed unknown to those who choose the keys
   */
  RecentKeys(int window, long seed) {
    this.window = window;
    this.seed = seed;
  }

  /** Remembers {@code key}; false if it is remembered already. */
  boolean add(String key) {
    if (!hashes.add(hash(key))) {
      return false;
    }
    if (hashes.size() > window) {
      forgetOldest();
    }
    return true;
  }

  private void forgetOldest() {
    Iterator<Long> oldestFirst = hashes.iterator();
    oldestFirst.next();
    oldestFirst.remove();
  }

  private long hash(String key) {
    long hash = seed;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash + key.charAt(i) + 1) * PRIME;
      hash ^= hash >>> 32;
    }
    return hash;
  }
}
