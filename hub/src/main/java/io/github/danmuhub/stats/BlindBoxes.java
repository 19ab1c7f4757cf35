package io.github.danmuhub.stats;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.User;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What blind boxes cost, and what was in them: in yuan, the only currency in which they are sold so
 * far. Memory grows with the number of people who bought some.
 */
final class BlindBoxes {
  private static final String CNY = "CNY";

  private final Map<String, Sum> byPerson = new HashMap<>();
  private final Sum all = new Sum(User.of(null, null));

  private static final class Sum {
    private User user;
    private long opened;
    private long paid;
    private long worth;

    Sum(User user) {
      this.user = user;
    }

    void add(User who, long count, long cost, long found) {
      user = who;
      opened = Sums.add(opened, count);
      paid = Sums.add(paid, cost);
      worth = Sums.add(worth, found);
    }

    Report.Boxes report() {
      return new Report.Boxes(user.id(), user.displayName(), opened, paid, worth);
    }
  }

  void accept(Gift gift) {
    Gift.Price price = gift.price();
    Money paid = price.paid();
    if (price.box() == null || paid == null || !paid.currency().equals(CNY)) {
      return;
    }
    long worth = Objects.requireNonNullElse(price.worth(), paid).milli();
    User user = gift.user();
    String key = user.id() == null ? "\0" + user.displayName() : user.id();
    byPerson.computeIfAbsent(key, k -> new Sum(user)).add(user, gift.count(), paid.milli(), worth);
    all.add(all.user, gift.count(), paid.milli(), worth);
  }

  /** Who opened most first. */
  Report.BlindBoxes report(int top) {
    List<Report.Boxes> people =
        byPerson.values().stream()
            .sorted(
                Comparator.comparingLong((Sum s) -> -s.opened)
                    .thenComparing(s -> s.user.displayName()))
            .limit(top)
            .map(Sum::report)
            .toList();
    return new Report.BlindBoxes(all.opened, all.paid, all.worth, people);
  }
}
