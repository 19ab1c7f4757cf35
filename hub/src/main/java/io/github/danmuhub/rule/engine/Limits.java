package io.github.danmuhub.rule.engine;

import io.github.danmuhub.event.User;
import io.github.danmuhub.rule.model.Limit;
import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.Rule;
import io.github.danmuhub.rule.model.RuleSet;
import io.github.danmuhub.text.Phrase;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often rules may fire. A limit is asked and then {@linkplain #reserve reserved} in one step of
 * the engine, before anything waits or runs: no second one slips in between. Outlives a change of
 * the file, by the rules' ids. Of users, the {@value #USERS} that were heard last have a pace.
 */
final class Limits {
  private static final int USERS = 20_000;
  private static final int STREAMS = 20_000;
  private static final long SECOND_MS = 1_000;
  private static final long MINUTE_MS = 60_000;

  private final Cooldowns cooldowns = new Cooldowns();
  private final Recent<Long> streams = new Recent<>(STREAMS);
  private Map<String, Long> groups = Map.of();
  private RuleSet.Pace pace = RuleSet.Pace.STANDARD;
  private final SlidingWindow all = new SlidingWindow(pace.perSecond(), SECOND_MS);
  private final Recent<SlidingWindow> users = new Recent<>(USERS);

  /** Goes on by this file. */
  void use(RuleSet rules) {
    groups = rules.groups();
    pace = rules.general().pace();
    all.allow(pace.perSecond());
  }

  /** What holds the rule back now. */
  Optional<Held> holding(Rule rule, Occasion occasion, long ticks) {
    Limit limit = rule.limit();
    String group = limit.group();
    long own = cooldowns.remaining(Cooldowns.rule(rule.id()), ticks);
    if (own > 0) {
      return held(Phrase.of("decided.rule"), own);
    }
    if (group != null && cooldowns.remaining(Cooldowns.group(group), ticks) > 0) {
      long shared = cooldowns.remaining(Cooldowns.group(group), ticks);
      return held(Phrase.of("decided.group", group), shared);
    }
    Optional<Held> user = holdingUser(rule, occasion, ticks);
    if (user.isPresent()) {
      return user;
    }
    if (limit.perStream() >= 0 && inBroadcast(rule, occasion) >= limit.perStream()) {
      return held(Phrase.of("decided.broadcast", limit.perStream()), 0);
    }
    long wait = all.waitMs(ticks);
    return wait > 0 ? held(Phrase.of("decided.all", pace.perSecond()), wait) : none();
  }

  private Optional<Held> holdingUser(Rule rule, Occasion occasion, long ticks) {
    String user = occasion.userKey();
    if (user == null || isExempt(rule, occasion.user())) {
      return none();
    }
    long own = cooldowns.remaining(Cooldowns.user(rule.id(), user), ticks);
    if (own > 0) {
      return held(Phrase.of("decided.user"), own);
    }
    if (rule.limit().userCooldownMs() > 0 && !cooldowns.hasRoom(ticks)) {
      return held(Phrase.of("decided.users"), 0);
    }
    long wait = window(user).waitMs(ticks);
    return wait > 0 ? held(Phrase.of("decided.often", pace.perUserPerMinute()), wait) : none();
  }

  private static boolean isExempt(Rule rule, @Nullable User user) {
    return user != null && !Collections.disjoint(rule.limit().exempt(), user.roles());
  }

  /** It fires. */
  void reserve(Rule rule, Occasion occasion, long ticks) {
    Limit limit = rule.limit();
    cooldowns.hold(Cooldowns.rule(rule.id()), limit.cooldownMs(), ticks);
    if (limit.group() != null) {
      holdGroup(limit.group(), ticks);
    }
    limit.cools().forEach(name -> holdGroup(name, ticks));
    String user = occasion.userKey();
    if (user != null && !isExempt(rule, occasion.user())) {
      cooldowns.hold(Cooldowns.user(rule.id(), user), limit.userCooldownMs(), ticks);
      window(user).add(ticks);
    }
    if (limit.perStream() >= 0) {
      streams.put(stream(rule, occasion), inBroadcast(rule, occasion) + 1);
    }
    all.add(ticks);
  }

  private void holdGroup(String name, long ticks) {
    cooldowns.hold(Cooldowns.group(name), groups.getOrDefault(name, 0L), ticks);
  }

  private SlidingWindow window(String user) {
    int most = pace.perUserPerMinute();
    return users.get(user, unused -> new SlidingWindow(most, MINUTE_MS)).allow(most);
  }

  private long inBroadcast(Rule rule, Occasion occasion) {
    return streams.peek(stream(rule, occasion), 0L);
  }

  private static String stream(Rule rule, Occasion occasion) {
    return rule.id() + " " + occasion.room();
  }

  /** A broadcast begins in this room. */
  void broadcastBegins(String room) {
    streams.removeIf(key -> key.endsWith(" " + room));
  }

  /** By hand. */
  void reset(Rule rule) {
    cooldowns.reset(rule.id());
    if (rule.limit().group() != null) {
      cooldowns.resetGroup(rule.limit().group());
    }
    streams.removeIf(key -> key.startsWith(rule.id() + " "));
  }

  /** Of the rule and its group, for a page. */
  long remaining(Rule rule, long ticks) {
    String group = rule.limit().group();
    long shared = group == null ? 0 : cooldowns.remaining(Cooldowns.group(group), ticks);
    return Math.max(shared, cooldowns.remaining(Cooldowns.rule(rule.id()), ticks));
  }

  private static Optional<Held> held(Phrase which, long remainingMs) {
    return Optional.of(new Held(which, remainingMs));
  }

  private static Optional<Held> none() {
    return Optional.empty();
  }
}
