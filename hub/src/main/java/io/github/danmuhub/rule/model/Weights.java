package io.github.danmuhub.rule.model;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a vote counts: 1, or more.
 *
 * @param roles of who has several of them, the largest counts
 * @param gift how much, given while the vote is open, is worth one more; null: gifts do not count
 * @param most what gifts can add at most
 */
public record Weights(Map<User.Role, Long> roles, @Nullable Money gift, long most) {
  public static final Weights EQUAL = new Weights(Map.of(), null, 0);

  public Weights {
    roles = Map.copyOf(roles);
  }

  /** Of somebody who gave so much, in thousandths. */
  public long of(@Nullable User user, long givenMilli) {
    long role =
        user == null
            ? 1
            : user.roles().stream().mapToLong(has -> roles.getOrDefault(has, 1L)).max().orElse(1);
    return role + (gift == null ? 0 : Math.min(most, givenMilli / gift.milli()));
  }
}
