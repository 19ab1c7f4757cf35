package io.github.danmuhub.kafka.zone;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.BoundedMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gifts of combos by the platform's running total. A message of such a platform says how many they
 * are by now, and a worker counts as new what is above the last message that it heard: so two zones
 * that missed different messages tell different counts under one id, and only the total says which
 * gifts those are. Remembers the last {@value #MOST} combos. Not thread-safe.
 */
final class GiftTotals {
  private static final int MOST = 20_000;

  /** Of one combo; it has one, where nothing was missed. */
  private static final int SPANS = 64;

  /**
   * Platforms whose totals are their own. Of others each message says what is new in it, and has an
   * id (Bilibili), or the total is what one connection has heard (Huya).
   */
  private static final Set<String> TELL_TOTALS = Set.of("douyin");

  private final BoundedMap<String, Combo> combos = BoundedMap.byUse(MOST);

  private static final class Combo {
    private final Spans told = new Spans(SPANS);
    private boolean ended;
  }

  static boolean isTotalled(Gift gift) {
    return gift.combo() != null && TELL_TOTALS.contains(gift.origin().platform());
  }

  /** What of it is new; null where nothing is. Asked for a gift that is totalled. */
  @Nullable Gift add(Gift gift) {
    Gift.Combo step = gift.combo();
    if (step == null) {
      return gift;
    }
    Combo combo = combos.computeIfAbsent(key(gift, step), key -> new Combo());
    long fresh = count(combo, new Spans.Span(step.total() - gift.count(), step.total()));
    boolean ends = step.last() && !combo.ended;
    combo.ended |= step.last();
    if (fresh == 0 && !ends) {
      return null;
    }
    return fresh == gift.count() ? gift : gift.part(fresh);
  }

  private static long count(Combo combo, Spans.Span given) {
    List<Spans.Span> fresh = combo.told.missing(given);
    combo.told.add(given.from(), given.to());
    return fresh.stream().mapToLong(Spans.Span::length).sum();
  }

  /** A combo's id is a second of the platform's clock: others may have the same. */
  private static String key(Gift gift, Gift.Combo combo) {
    User to = gift.to();
    return String.join(
        "\0",
        gift.origin().room(),
        combo.id(),
        gift.item().id(),
        name(gift.user()),
        to == null ? "" : name(to));
  }

  /** All guests have one id. */
  private static String name(User user) {
    return user.id() + "\0" + user.displayName();
  }
}
