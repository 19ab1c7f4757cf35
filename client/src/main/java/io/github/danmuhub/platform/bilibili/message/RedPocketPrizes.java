package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.wire.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gifts of a red pocket: their names, their prices in gold, and which of them were won. */
final class RedPocketPrizes {
  private static final int PRIZES = 1_000;
  private static final long UNKNOWN = -1;

  /** Far above any price: so many winners' prizes never overflow. */
  private static final long DEAREST = 1_000_000_000_000L;

  private final Set<String> names = new LinkedHashSet<>();
  private final Map<String, Long> prices = new HashMap<>();
  private final List<String> won = new ArrayList<>();
  private long wonGold;

  /**
   * Reads what is said of one gift.
   *
   * @param id empty where it stands inside or nowhere
   * @return how many there are of it
   */
  long read(String id, JsonCursor in) throws IOException {
    long number = 0;
    for (String f = in.firstField(); f != null; f = in.field()) {
      switch (f) {
        case "gift_name", "award_name" -> name(in.words());
        case "award_price" -> price(id, in.number());
        case "num" -> number = Math.max(0, in.number());
        default -> {}
      }
    }
    return number;
  }

  void name(@Nullable String name) {
    if (name != null && names.size() < PRIZES) {
      names.add(name);
    }
  }

  private void price(String id, long gold) {
    if (prices.size() < PRIZES) {
      prices.put(id, gold);
    }
  }

  /** Somebody won the gift of this id. */
  void won(@Nullable String id) {
    won.add(id == null ? "" : id);
  }

  /** Somebody won a gift of this price. */
  void wonAt(long gold) {
    boolean told = wonGold != UNKNOWN && gold >= 0 && gold <= DEAREST;
    wonGold = told ? wonGold + gold : UNKNOWN;
  }

  /** In the order of the message; null without any. */
  @Nullable String names() {
    return names.isEmpty() ? null : String.join("、", names);
  }

  /** What all that was won is worth; null where the price of some is not known. */
  @Nullable Money won() {
    for (String id : won) {
      wonAt(prices.getOrDefault(id, UNKNOWN));
    }
    won.clear();
    return wonGold > 0 ? Coins.gold(wonGold, 1) : null;
  }
}
