package io.github.danmuhub.rule.model;

import io.github.danmuhub.event.User;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often a rule may fire.
 *
 * @param cooldownMs of the rule; 0: none
 * @param userCooldownMs of each user by themselves; 0: none
 * @param group whose cooldown it shares
 * @param cools other groups that cool down when it fires
 * @param perStream how often in one broadcast of a room; negative: any number
 * @param exempt whose messages know no cooldown of a user
 */
public record Limit(
    long cooldownMs,
    long userCooldownMs,
    @Nullable String group,
    Set<String> cools,
    long perStream,
    Set<User.Role> exempt) {
  public static final Limit NONE = new Limit(0, 0, null, Set.of(), -1, Set.of());

  public Limit {
    cools = Set.copyOf(cools);
    exempt = Set.copyOf(exempt);
  }
}
