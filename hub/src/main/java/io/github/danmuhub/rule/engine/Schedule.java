package io.github.danmuhub.rule.engine;

import io.github.danmuhub.rule.model.Rule;
import io.github.danmuhub.rule.model.Trigger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules that time alone sets off. Nothing is caught up with: a time of day that was passed more
 * than {@value #LATEST_MS} ms ago is over, and each comes once a day, however the clock is set.
 */
final class Schedule {
  private static final long LATEST_MS = 5_000;

  private final Map<String, Long> due = new HashMap<>();
  private final Map<String, LocalDate> fired = new HashMap<>();
  private List<Rule> rules = List.of();
  private ZoneId zone = ZoneId.of("UTC");

  /** Goes on with these; who was due stays due. */
  void use(List<Rule> all, ZoneId newZone) {
    rules = all.stream().filter(rule -> rule.hears("schedule")).toList();
    zone = newZone;
    Set<String> ids = new HashSet<>();
    rules.forEach(rule -> ids.add(rule.id()));
    due.keySet().removeIf(key -> !ids.contains(key.substring(0, key.indexOf(' '))));
    fired.keySet().removeIf(key -> !ids.contains(key.substring(0, key.indexOf(' '))));
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Whose time has come. */
  List<Rule> due(Now now) {
    List<Rule> all = new ArrayList<>();
    for (Rule rule : rules) {
      for (Trigger trigger : rule.cause().on()) {
        String key = rule.id() + " " + trigger;
        if (trigger instanceof Trigger.Every every && isDue(key, every.ms(), now.ticks())) {
          all.add(rule);
        } else if (trigger instanceof Trigger.At at && isTime(key, at, now)) {
          all.add(rule);
        }
      }
    }
    return all;
  }

  private boolean isDue(String key, long everyMs, long ticks) {
    long at = due.computeIfAbsent(key, unused -> ticks + everyMs);
    if (ticks < at) {
      return false;
    }
    due.put(key, Math.max(at + everyMs, ticks));
    return true;
  }

  private boolean isTime(String key, Trigger.At at, Now now) {
    ZonedDateTime time = Instant.ofEpochMilli(now.wallMs()).atZone(zone);
    LocalDate today = time.toLocalDate();
    long passed = now.wallMs() - today.atTime(at.time()).atZone(zone).toInstant().toEpochMilli();
    if (passed < 0 || passed > LATEST_MS || today.equals(fired.get(key))) {
      return false;
    }
    fired.put(key, today);
    return true;
  }
}
