package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.platform.Emitter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * 上舰: one purchase, one event. GUARD_BUY with the list price, two toasts with the paid price and a
 * marquee tell of the same purchase, in any order and not always all of them. Each purchase is held
 * for {@value #HOLD_MS} ms after its first message, then emitted once with the best of them; a
 * marquee that belongs to no purchase is emitted as a notice. Bounded: beyond {@value #HELD} held
 * purchases (or marquees) the oldest is emitted early; nothing is dropped.
 */
final class GuardPurchases {
  private static final long HOLD_MS = 2_000;
  private static final int HELD = 64;

  private final Emitter out;
  private final List<GuardPurchase> purchases = new ArrayList<>(0);
  private final List<Marquee> marquees = new ArrayList<>(0);

  private record Marquee(Notice notice, String buyer, long until) {}

  GuardPurchases(Emitter out) {
    this.out = out;
  }

  /** One of the messages of a purchase came in. */
  void add(GuardPurchase.Report report, Membership membership) {
    flush();
    for (GuardPurchase purchase : purchases) {
      if (purchase.takes(report, membership)) {
        purchase.add(report, membership);
        return;
      }
    }
    if (purchases.size() == HELD) {
      out.emit(purchases.remove(0).membership());
    }
    GuardPurchase purchase = new GuardPurchase(report, membership, out.ticks() + HOLD_MS);
    purchases.add(purchase);
    takeMarquee(purchase);
  }

  private void takeMarquee(GuardPurchase purchase) {
    for (Iterator<Marquee> all = marquees.iterator(); all.hasNext(); ) {
      if (purchase.takesMarquee(all.next().buyer())) {
        all.remove();
        return;
      }
    }
  }

  /** The marquee of somebody's purchase came in. */
  void add(Notice notice, String buyer) {
    flush();
    for (GuardPurchase purchase : purchases) {
      if (purchase.takesMarquee(buyer)) {
        return;
      }
    }
    if (marquees.size() == HELD) {
      out.emit(marquees.remove(0).notice());
    }
    marquees.add(new Marquee(notice, buyer, out.ticks() + HOLD_MS));
  }

  /** Emits what was held long enough. */
  void flush() {
    flush(out.ticks());
  }

  /** Emits all that is held. */
  void flushAll() {
    flush(Long.MAX_VALUE);
  }

  private void flush(long ticks) {
    while (!purchases.isEmpty() && purchases.get(0).until() <= ticks) {
      out.emit(purchases.remove(0).membership());
    }
    while (!marquees.isEmpty() && marquees.get(0).until() <= ticks) {
      out.emit(marquees.remove(0).notice());
    }
  }

  /**
   * When the next one has been held long enough, in ticks; {@link Long#MAX_VALUE} where nothing is
   * held.
   */
  long nextWake() {
    long purchase = purchases.isEmpty() ? Long.MAX_VALUE : purchases.get(0).until();
    long marquee = marquees.isEmpty() ? Long.MAX_VALUE : marquees.get(0).until();
    return Math.min(purchase, marquee);
  }
}
