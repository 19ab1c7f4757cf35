package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.User;
import org.jspecify.annotations.Nullable;

/**
 * A gift message, before it is known how much of it is new.
 *
 * @param diamonds the price of one
 * @param group the combo's id, 0 where the gift is not part of one: unix seconds, so that it
 *     collides between users
 * @param end whether the message ends the combo
 * @param to who received it; null where that is the anchor
 */
record GiftStep(
    Viewer user,
    Gift.Item item,
    GiftCounts counts,
    int diamonds,
    long group,
    boolean end,
    @Nullable User to) {
  static final String CURRENCY = "douyin:diamond";

  private static final int MILLI = 1_000;
  private static final int MOST_DIAMONDS = 9_000_000;

  /** The price of {@code count} of them; null where it is unknown, and for none. */
  @Nullable Money value(long count) {
    if (count == 0 || diamonds <= 0 || diamonds > MOST_DIAMONDS) {
      return null;
    }
    return new Money(diamonds * count * MILLI, CURRENCY);
  }

  /** The other way round: the price of one; 0 where it is unknown. */
  static long diamonds(Gift gift) {
    Money paid = gift.value();
    return paid == null || gift.count() == 0 ? 0 : paid.milli() / MILLI / gift.count();
  }
}
