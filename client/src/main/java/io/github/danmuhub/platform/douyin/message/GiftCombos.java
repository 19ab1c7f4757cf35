package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.Emitter;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gift rule: counts every gift once, whatever the platform repeats, reorders or never ends.
 *
 * <p>While somebody keeps giving, Douyin sends running totals under one group id. Steps are left
 * out, come twice and out of order; the end ({@code repeat_end}) repeats the last step, or never
 * comes. So a combo is its highest total so far, and only what is above it is new. A combo that
 * nobody ended is over {@value #IDLE_MS} ms after its last step; what is late is still recognised
 * for {@value #KEPT_MS} ms. Only time in which we listen counts: after an outage, however long, a
 * combo goes on from where it was.
 *
 * <p>What was given before we joined is not new to us. Of a combo that was running then (see {@link
 * Listening#isJoinedAfter}) the first step that we hear counts as one press of the button. Presses
 * between joining and that step are missed: Douyin leaves steps out, and to count them all would be
 * to count the past. Nothing is missed where the history that comes at joining holds an earlier
 * step.
 *
 * <p>At most {@value #COMBOS} combos are kept of each sort: one more ends the oldest running one,
 * or forgets the oldest ended one.
 */
final class GiftCombos {
  static final long IDLE_MS = 4_000;
  static final long KEPT_MS = 60_000;
  static final int COMBOS = 1_024;

  private record Key(String user, String gift, long group, String to) {

    /** A record's own goes by reflection-like calls that cost as much as the rest of a gift. */
    @Override
    public int hashCode() {
      return (user.hashCode() * 31 + gift.hashCode()) * 31 + Long.hashCode(group);
    }
  }

  /**
   * What is known of a combo after its last step.
   *
   * @param lastStep when, in the time of {@link #listening}
   * @param endSaid whether one of its steps was its end: what comes later is late, and opens
   *     nothing
   */
  private record Combo(GiftStep gift, Origin origin, long total, long lastStep, boolean endSaid) {

    Gift event(Origin at, long count, boolean last) {
      Money value = gift.value(count);
      String id = Long.toUnsignedString(gift.group());
      return new Gift(
          at,
          gift.user().shown(),
          gift.item(),
          count,
          new Gift.Combo(id, total, last),
          Gift.Price.of(value),
          gift.to());
    }
  }

  // in the order of the last step: the eldest is due first
  private final LinkedHashMap<Key, Combo> running = new LinkedHashMap<>();
  // in the order of ending, or of what came late: nearly the same
  private final LinkedHashMap<Key, Combo> ended = new LinkedHashMap<>();
  private final RecentIds recent = new RecentIds();
  private long forgetAt; // the eldest of the ended is not looked at before
  private final Emitter out;
  private final Listening listening;

  GiftCombos(Emitter out) {
    this.out = out;
    listening = new Listening(out);
  }

  Listening listening() {
    return listening;
  }

  /** Emits what is new in the gift. */
  void onGift(GiftStep gift, Delivery delivery, long time) {
    forget();
    if (recent.seen(delivery.message().id())) {
      return;
    }
    if (gift.group() == 0) {
      emitSingle(gift, delivery, time);
    } else {
      step(gift, delivery, time);
    }
  }

  private static void emitSingle(GiftStep gift, Delivery delivery, long time) {
    long count = Math.max(1, gift.counts().units());
    Origin origin = delivery.origin(time);
    delivery.emit(
        new Gift(
            origin,
            gift.user().shown(),
            gift.item(),
            count,
            null,
            Gift.Price.of(gift.value(count)),
            gift.to()));
  }

  private void step(GiftStep gift, Delivery delivery, long time) {
    Key key = key(gift);
    Combo earlier = running.remove(key);
    boolean over = earlier == null && ended.containsKey(key);
    Combo before = over ? ended.remove(key) : earlier;
    long units = gift.counts().units() == 0 && before == null ? 1 : gift.counts().units();
    long total = before == null ? units : Math.max(units, before.total());
    long count = before == null ? first(gift, units, delivery, time) : total - before.total();

    boolean endSaid = gift.end() || (before != null && before.endSaid());
    Combo combo = new Combo(gift, delivery.origin(time), total, listening.listened(), endSaid);
    if (endSaid || (over && count == 0)) {
      keepEnded(key, combo);
    } else {
      keepRunning(key, combo);
    }
    if (count > 0 || (endSaid && !over)) {
      delivery.emit(combo.event(combo.origin(), count, endSaid));
    }
  }

  /** What is new in the first step that we hear of a combo. */
  private long first(GiftStep gift, long units, Delivery delivery, long time) {
    boolean past = !delivery.history() && listening.isJoinedAfter(gift.group(), time);
    if (!past) {
      return units;
    }
    return gift.end() ? 0 : Math.min(units, gift.counts().press());
  }

  private static Key key(GiftStep gift) {
    return new Key(gift.user().key(), gift.item().id(), gift.group(), receiver(gift));
  }

  private static String receiver(GiftStep gift) {
    if (gift.to() == null) {
      return "";
    }
    String id = gift.to().id();
    return id == null ? gift.to().displayName() : id;
  }

  private void keepRunning(Key key, Combo combo) {
    running.put(key, combo);
    if (running.size() > COMBOS) {
      endEldest(Long.MAX_VALUE);
    }
  }

  private void keepEnded(Key key, Combo combo) {
    ended.put(key, combo);
    if (ended.size() > COMBOS) {
      ended.remove(ended.keySet().iterator().next());
    }
  }

  /** Ends the combos that have been idle for long enough, and forgets those long over. */
  void onWake() {
    while (endEldest(listening.listened() - IDLE_MS)) {}
    forget();
  }

  /** Ends all that are running, the eldest first. */
  void end() {
    while (endEldest(Long.MAX_VALUE)) {}
  }

  /** Ends the eldest that is running; false if there is none whose last step is so long ago. */
  private boolean endEldest(long latest) {
    Iterator<Map.Entry<Key, Combo>> eldest = running.entrySet().iterator();
    Map.Entry<Key, Combo> entry = eldest.hasNext() ? eldest.next() : null;
    if (entry == null || entry.getValue().lastStep() > latest) {
      return false;
    }
    eldest.remove();
    Combo combo = entry.getValue();
    keepEnded(entry.getKey(), combo);
    Origin o = combo.origin();
    Origin ours = new Origin(o.platform(), o.room(), null, 0, out.wallMs(), o.history(), null);
    out.emit(combo.event(ours, 0, true));
    return true;
  }

  /** Does not look at the eldest, which is far in memory, before it may be due. */
  private void forget() {
    Iterator<Combo> eldest = ended.values().iterator();
    while (forgetAt <= listening.listened() && eldest.hasNext()) {
      forgetAt = eldest.next().lastStep() + KEPT_MS;
      if (forgetAt <= listening.listened()) {
        eldest.remove();
      }
    }
  }

  private static @Nullable Combo eldest(Map<Key, Combo> combos) {
    return combos.isEmpty() ? null : combos.values().iterator().next();
  }

  /** When {@link #onWake} has something to do, in ticks; {@link Long#MAX_VALUE} = never. */
  long nextWake() {
    Combo next = eldest(running);
    Combo old = eldest(ended);
    long idle = next == null ? Long.MAX_VALUE : next.lastStep() + IDLE_MS;
    long expiry = old == null ? Long.MAX_VALUE : Math.max(forgetAt, old.lastStep() + KEPT_MS);
    return listening.when(Math.min(idle, expiry));
  }

  /** How many combos are kept, for tests of the bound. */
  int size() {
    return running.size() + ended.size();
  }
}
