package io.github.danmuhub.intake.merge;

import java.util.HashMap;
import java.util.Map;

/**
 * When the first input received what others received too: a sample by the keys' hashes, which
 * halves itself where it would grow beyond {@value #MOST}.
 */
final class CommonIds {
  private static final int MOST = 50_000;

  private final Map<String, Long> received = new HashMap<>();
  private int mask;

  void add(String key, long at) {
    if (isSampled(key)) {
      received.putIfAbsent(key, at);
    }
    while (received.size() > MOST) {
      mask = mask * 2 + 1;
      received.keySet().removeIf(each -> !isSampled(each));
    }
  }

  private boolean isSampled(String key) {
    int hash = key.hashCode();
    return ((hash ^ hash >>> 16) & mask) == 0;
  }

  /** So much later another input received it, milliseconds; in {@code found} where it is common. */
  void compare(String key, long at, Median found) {
    Long first = received.get(key);
    if (first != null) {
      found.add(at - first);
    }
  }
}
