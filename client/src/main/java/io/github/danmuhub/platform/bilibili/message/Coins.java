package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import org.jspecify.annotations.Nullable;

/** What the platform's coins are worth; null for impossible amounts. */
final class Coins {
  private static final long UNTOLD = -1;
  static final String CNY = "CNY";
  static final String SILVER = "bilibili:silver";

  /** Far above any price, far below what overflows. */
  private static final long MOST = 1_000_000_000_000L;

  private Coins() {}

  /** Gold: 1000 are 1 CNY. */
  static @Nullable Money gold(long each, long count) {
    return money(each, count, 1, CNY);
  }

  /** Whole CNY. */
  static @Nullable Money yuan(long yuan) {
    return money(yuan, 1, 1000, CNY);
  }

  /** By the word next to the amount: {@code gold} or {@code silver}. */
  static @Nullable Money of(@Nullable String type, long each, long count) {
    if ("gold".equals(type)) {
      return gold(each, count);
    }
    return "silver".equals(type) ? money(each, count, 1000, SILVER) : null;
  }

  private static @Nullable Money money(long each, long count, int milli, String currency) {
    boolean possible = each >= 0 && count >= 0 && each <= MOST && count <= MOST;
    return possible && (double) each * count <= MOST
        ? new Money(each * count * milli, currency)
        : null;
  }

  /** The word next to the amount; empty where it costs nothing. */
  static String type(Gift.Price price) {
    Money told = price.paid() == null ? price.worth() : price.paid();
    if (told == null) {
      return "";
    }
    return told.currency().equals(SILVER) ? "silver" : "gold";
  }

  /** How many coins that is; {@link #UNTOLD} where the message does not say. */
  static long coins(@Nullable Money money) {
    if (money == null) {
      return UNTOLD;
    }
    return money.currency().equals(SILVER) ? money.milli() / 1000 : money.milli();
  }

  /** How many coins one of so many costs; 0 where that is not said, or no whole number. */
  static long each(@Nullable Money money, long count) {
    long all = Math.max(0, coins(money));
    return all % count == 0 ? all / count : 0;
  }
}
