package io.github.danmuhub.export;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.SuperChat;
import org.jspecify.annotations.Nullable;

/**
 * The attribute {@code price}, an integer in the unit that readers of recorders' files expect of
 * each element. They know the yuan only: what was paid in anything else, or is not known, is 0.
 */
final class YuanPrice {
  private static final int MILLI = 1_000;

  private YuanPrice() {}

  /** Of one item, in thousandths of a yuan, rounded half up; out of a blind box: of one box. */
  static long of(Gift gift) {
    return divided(milli(gift.value()), gift.count());
  }

  /** For the whole term, in thousandths of a yuan. */
  static long of(Membership membership) {
    return milli(membership.value());
  }

  /** In whole yuan, rounded half up. */
  static long of(SuperChat superChat) {
    return divided(milli(superChat.value()), MILLI);
  }

  private static long milli(@Nullable Money money) {
    return money != null && money.currency().equals("CNY") ? Math.max(0, money.milli()) : 0;
  }

  private static long divided(long milli, long by) {
    long rest = milli % by;
    return milli / by + (rest >= by - rest ? 1 : 0);
  }
}
