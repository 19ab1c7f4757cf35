package io.github.danmuhub.rule.engine;

import java.util.HashMap;
import java.util.Map;

/**
 * Until when rules, groups and users cool down, in ticks. At most {@value #MOST}; while as many do,
 * no further user is let in, so that none is forgotten.
 */
final class Cooldowns {
  private static final int MOST = 100_000;
  private static final long PURGE_EVERY_MS = 1_000;

  private final Map<String, Long> until = new HashMap<>();
  private long purgedAt = Long.MIN_VALUE / 2;

  static String rule(String id) {
    return "rule " + id;
  }

  static String group(String name) {
    return "group " + name;
  }

  static String user(String rule, String user) {
    return "user " + rule + " " + user;
  }

  /** 0 where it may happen. */
  long remaining(String key, long ticks) {
    return Math.max(0, until.getOrDefault(key, ticks) - ticks);
  }

  /** It cools down for so long at least. */
  void hold(String key, long ms, long ticks) {
    if (ms > 0) {
      until.merge(key, ticks + ms, Math::max);
    }
  }

  /** Whether one more can be kept. */
  boolean hasRoom(long ticks) {
    if (until.size() >= MOST && ticks - purgedAt >= PURGE_EVERY_MS) {
      purgedAt = ticks;
      until.values().removeIf(end -> end <= ticks);
    }
    return until.size() < MOST;
  }

  /** By hand: of the rule, of its users. */
  void reset(String rule) {
    until.remove(rule(rule));
    until.keySet().removeIf(key -> key.startsWith(user(rule, "")));
  }

  void resetGroup(String name) {
    until.remove(group(name));
  }
}
