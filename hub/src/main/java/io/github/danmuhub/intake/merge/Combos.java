package io.github.danmuhub.intake.merge;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.platform.RoomRef;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gifts of a combo, of which the platform tells how many they are by now: an input that missed some
 * tells them with the next, so that of each only what no input told before is new. Remembers the
 * last {@value #MOST} combos.
 */
final class Combos {
  private static final int MOST = 20_000;

  /** Platforms that tell no total: it is what one connection has heard of the combo. */
  private static final Set<String> TELL_NONE = Set.of("huya");

  /** Longer combos go by the ids of their messages. */
  private static final int LONGEST = 1 << 20;

  private final int inputs;
  private final BoundedMap<String, Combo> combos = new BoundedMap<>(MOST);

  /** Which of its gifts were told, and up to which each input came. */
  private static final class Combo {
    private final BitSet told = new BitSet();
    private final long[] totals;

    Combo(int inputs) {
      totals = new long[inputs];
    }
  }

  Combos(int inputs) {
    this.inputs = inputs;
  }

  /**
   * Whether its total counts gifts: it grew by at least so many since the same input told it last.
   * Some platforms count presses of a button, or tell no total. Asked once for each gift, before
   * {@link #add}.
   */
  boolean isCounted(int input, Gift gift) {
    Gift.Combo told = gift.combo();
    if (told == null || gift.count() <= 0 || told.total() > LONGEST) {
      return false;
    }
    if (TELL_NONE.contains(gift.origin().platform())) {
      return false;
    }
    Combo combo = combo(gift, told);
    long grown = told.total() - combo.totals[input];
    combo.totals[input] = Math.max(combo.totals[input], told.total());
    return gift.count() <= grown;
  }

  private Combo combo(Gift gift, Gift.Combo told) {
    String key = RoomRef.of(gift.origin()) + " " + told.id();
    return combos.computeIfAbsent(key, k -> new Combo(inputs));
  }

  /** What of it is new; null where nothing is. Asked for a gift that is counted. */
  @Nullable Gift add(Gift gift) {
    Gift.Combo told = gift.combo();
    if (told == null) {
      return gift;
    }
    BitSet known = combo(gift, told).told;
    int to = (int) told.total();
    int from = (int) (told.total() - gift.count());
    long fresh = gift.count() - known.get(from, to).cardinality();
    known.set(from, to);
    if (fresh == 0) {
      return null;
    }
    return fresh == gift.count() ? gift : gift.part(fresh);
  }
}
