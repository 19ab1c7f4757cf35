package io.github.danmuhub.rule.engine;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Gift.Price;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.rule.model.Rule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gifts of one kind by one user, given one after the other, become one for the rules that ask for
 * it: counts and values are added up until there was none for the rule's window, or for {@value
 * #LONGEST_MS} ms in all. At most {@value #MOST} are collected; the oldest is told early then.
 */
final class Combos {
  private static final int MOST = 10_000;
  private static final long LONGEST_MS = 60_000;

  private final Map<String, Combo> open = new LinkedHashMap<>();

  /** A combo that is over. */
  record Done(Rule rule, Occasion occasion) {}

  private record Combo(Rule rule, Occasion occasion, Gift sum, long since, long last) {
    boolean isOver(long ticks) {
      return ticks - last >= rule.cause().comboMs() || ticks - since >= LONGEST_MS;
    }

    Combo with(Gift next, long ticks) {
      return new Combo(rule, occasion, Combos.sum(sum, next), since, ticks);
    }

    Done done() {
      return new Done(rule, occasion.with(sum));
    }
  }

  /** Collects it; what comes back had to be told early. */
  List<Done> add(Rule rule, Occasion occasion, long ticks) {
    if (!(occasion.event() instanceof Gift gift)) {
      return List.of();
    }
    String key =
        String.join(
            " ", rule.id(), occasion.room(), String.valueOf(occasion.userKey()), gift.item().id());
    Combo known = open.get(key);
    if (known != null) {
      open.put(key, known.with(gift, ticks));
    } else if (gift.count() > 0) {
      open.put(key, new Combo(rule, occasion, gift, ticks, ticks));
    }
    return open.size() > MOST ? List.of(removeOldest()) : List.of();
  }

  private Done removeOldest() {
    Iterator<Combo> all = open.values().iterator();
    Combo oldest = all.next();
    all.remove();
    return oldest.done();
  }

  /** Those that are over now. */
  List<Done> over(long ticks) {
    if (open.isEmpty()) {
      return List.of();
    }
    List<Done> done = new ArrayList<>();
    for (Iterator<Combo> all = open.values().iterator(); all.hasNext(); ) {
      Combo combo = all.next();
      if (combo.isOver(ticks)) {
        all.remove();
        done.add(combo.done());
      }
    }
    return done;
  }

  /** A rule that is no more. */
  void forget(String rule) {
    open.values().removeIf(combo -> combo.rule().id().equals(rule));
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  private static Gift sum(Gift sum, Gift next) {
    long count = sum.count() + next.count();
    Gift.Combo combo = new Gift.Combo(comboId(sum), count, false);
    Price price =
        next.count() == 0
            ? sum.price()
            : new Price(
                sum(sum.price().paid(), next.price().paid()),
                sum(sum.price().worth(), next.price().worth()),
                sum.price().box());
    return new Gift(next.origin(), next.user(), sum.item(), count, combo, price, sum.to());
  }

  private static String comboId(Gift gift) {
    return gift.combo() == null ? "" : gift.combo().id();
  }

  /** Of two currencies, or of what is not known, there is no sum. */
  private static @Nullable Money sum(@Nullable Money a, @Nullable Money b) {
    return a != null && b != null && a.currency().equals(b.currency())
        ? new Money(a.milli() + b.milli(), a.currency())
        : null;
  }
}
