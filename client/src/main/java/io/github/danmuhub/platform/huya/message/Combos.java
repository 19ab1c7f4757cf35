package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.platform.Emitter;
import io.github.danmuhub.platform.huya.message.Gifts.Payment;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The gift rule: every gift counts once. A message is about one payment; where it comes again, by
 * the other group or with a higher count, only what is above counts. Payments with one {@code
 * lComboSeqId} are a combo, whose total is what we have heard of it. The platform tells no end, so
 * a combo is over {@value #IDLE_MS} ms after its last payment.
 *
 * <p>At most {@value #PAYMENTS} payments and {@value #COMBOS} combos are kept: one more, and the
 * oldest is forgotten, or ended.
 */
final class Combos {
  static final long IDLE_MS = 4_000;
  static final int COMBOS = 1_024;
  static final int PAYMENTS = 4_096;

  private record Key(String user, String item, long combo) {}

  /**
   * A combo after its last payment.
   *
   * @param at when that was, in ticks
   */
  private record Running(Payment payment, Origin origin, long total, long at) {

    Gift gift(Origin told, long count, boolean last) {
      return new Gift(
          told,
          payment.user(),
          payment.item(),
          count,
          new Gift.Combo(Long.toString(payment.combo()), total, last),
          payment.price(count),
          null);
    }
  }

  private final Map<String, Long> counted = new BoundedMap<>(PAYMENTS);
  // in the order of the last payment: the eldest is due first
  private final Map<Key, Running> running = new LinkedHashMap<>();

  /** Emits what is new in it. */
  void onGift(Payment payment, Delivery delivery) {
    long count = news(payment, delivery.origin());
    if (count > 0 && payment.combo() != 0) {
      step(payment, count, delivery);
    } else if (count > 0) {
      delivery.emit(
          new Gift(
              delivery.origin(),
              payment.user(),
              payment.item(),
              count,
              null,
              payment.price(count),
              null));
    }
  }

  private long news(Payment payment, Origin origin) {
    String id = payment.id().isEmpty() ? origin.id() : payment.id();
    if (id == null) {
      return payment.count();
    }
    long before = counted.getOrDefault(id, 0L);
    counted.put(id, Math.max(before, payment.count()));
    return Math.max(0, payment.count() - before);
  }

  private void step(Payment payment, long count, Delivery delivery) {
    Key key = new Key(payment.user().displayName(), payment.item().id(), payment.combo());
    Running before = running.remove(key);
    long total = (before == null ? 0 : before.total()) + count;
    Running now = new Running(payment, delivery.origin(), total, delivery.out().ticks());
    running.put(key, now);
    delivery.emit(now.gift(now.origin(), count, false));
    if (running.size() > COMBOS) {
      endEldest(delivery.out());
    }
  }

  /** When {@link #endIdle} has something to do, in ticks; {@link Long#MAX_VALUE} = never. */
  long nextWake() {
    Iterator<Running> all = running.values().iterator();
    return all.hasNext() ? all.next().at() + IDLE_MS : Long.MAX_VALUE;
  }

  /** Ends those that have been idle for long enough. */
  void endIdle(Emitter out) {
    while (nextWake() <= out.ticks()) {
      endEldest(out);
    }
  }

  /** Ends all, the eldest first. */
  void endAll(Emitter out) {
    while (!running.isEmpty()) {
      endEldest(out);
    }
  }

  private void endEldest(Emitter out) {
    Iterator<Running> all = running.values().iterator();
    Running eldest = all.next();
    all.remove();
    Origin o = eldest.origin();
    out.emit(eldest.gift(Origin.ours(o.platform(), o.room(), out.wallMs()), 0, true));
  }
}
