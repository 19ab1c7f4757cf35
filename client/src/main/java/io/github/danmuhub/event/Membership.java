package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * 上舰, subscription, fan club: one purchase, one event.
 *
 * @param tier the platform's own word for the level, such as {@code 3} or {@code prime}
 * @param name its name for people, such as 舰长
 * @param term how long
 * @param value what was paid for the whole term
 */
public record Membership(
    Origin origin,
    User user,
    String tier,
    String name,
    Term term,
    @Nullable Money value,
    @Nullable Kind kind)
    implements LiveEvent {

  /** How many months; 0 where not given, and where it is counted in days. */
  public int months() {
    return term.months();
  }

  /** How many days; 0 where not given, and where it is counted in months. */
  public int days() {
    return term.days();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.membership(this);
  }

  /**
   * How long a membership was bought for: so many months, so many days, or, where the platform does
   * not say, 0 of both.
   */
  public record Term(int months, int days) {
    public static final Term UNKNOWN = new Term(0, 0);

    public static Term months(int months) {
      return new Term(months, 0);
    }

    public static Term days(int days) {
      return new Term(0, days);
    }
  }

  /** Where the platform says what sort of purchase it was. */
  public enum Kind {
    NEW,
    RENEW,
    GIFT
  }
}
