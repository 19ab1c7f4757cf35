package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * 上舰, subscription, fan club: one purchase, one event.
 *
 * @param tier the platform's own word for the level, such as {@code 3} or {@code prime}
 * @param name its name for people, such as 舰长
 * @param months how long; 0 where not given
 * @param value what was paid for all months
 */
public record Membership(
    Origin origin,
    User user,
    String tier,
    String name,
    int months,
    @Nullable Money value,
    @Nullable Kind kind)
    implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.membership(this);
  }

  /** Where the platform says what sort of purchase it was. */
  public enum Kind {
    NEW,
    RENEW,
    GIFT
  }
}
