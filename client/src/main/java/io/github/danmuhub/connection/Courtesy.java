package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Limits;
import io.github.danmuhub.platform.Scope;
import io.github.danmuhub.platform.Setback;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What all rooms of one platform behind one address owe it: they come one by one and no faster than
 * it likes, no more of them than it bears, and where it blocks us they wait together, while one of
 * them asks. Rooms that were live before go first. Reads no clock. Thread-safe: rooms on several
 * loops share it.
 *
 * <p>A room has a {@link Place}. It asks for its turn, and asks again when that time has passed, or
 * when it hears that things have moved; only what waits is kept.
 */
public final class Courtesy {
  private static final long SLOT_MS = 60_000;

  private Limits limits;
  private final TreeSet<Place> line =
      new TreeSet<>(Comparator.comparing(Place::isNew).thenComparingLong(Place::number));
  private final Set<Place> held = new LinkedHashSet<>();
  private final Block address = new Block();
  private final Map<String, Block> accounts = new HashMap<>();
  private final Slots slots;
  private long nextFree = Long.MIN_VALUE;
  private long places;

  public Courtesy(Limits limits) {
    this.limits = limits;
    this.slots = new Slots(limits);
  }

  /** Other limits from now on; no room is closed by that. */
  public synchronized void limit(Limits other) {
    limits = other;
    slots.limit(other);
    tellHeld();
  }

  /**
   * A room comes.
   *
   * @param account whose it is: rooms of one account have equal ones; empty for anonymous visitors
   */
  synchronized Place enter(String account) {
    return new Place(this, places++, account);
  }

  /**
   * How long a room waits from now on; 0 = it is its turn, which is taken by that.
   *
   * @param because why it waits, where that is more than the pace: null otherwise
   */
  record Wait(long ms, @Nullable Setback because) {}

  synchronized Wait ask(Place place, long now) {
    Setback full = slots.take(place, place.account());
    if (full != null) {
      return hold(place, SLOT_MS, full);
    }
    for (Block block : List.of(address, account(place))) {
      long blocked = block.askedBy(place, now);
      if (blocked > 0) {
        return hold(place, blocked, block.why());
      }
    }
    held.remove(place);
    line.add(place);
    long due = Math.max(now, nextFree) + line.headSet(place).size() * limits.intervalMs();
    if (due > now) {
      return new Wait(due - now, null);
    }
    line.remove(place);
    nextFree = now + limits.intervalMs();
    tellFirst();
    return new Wait(0, null);
  }

  /** While it is held it keeps no other room waiting. */
  private Wait hold(Place place, long ms, @Nullable Setback because) {
    line.remove(place);
    held.add(place);
    return new Wait(ms, because);
  }

  private Block account(Place place) {
    return accounts.computeIfAbsent(place.account(), unused -> new Block());
  }

  /** The room waits no more: those after it move up. */
  synchronized void giveBack(Place place) {
    held.remove(place);
    if (line.remove(place)) {
      tellFirst();
    }
  }

  /** The others' times are right, or they hear when they are first. */
  private void tellFirst() {
    if (!line.isEmpty()) {
      line.first().moved();
    }
  }

  /** The platform answered the room as it should: whatever the room asked for all, is answered. */
  synchronized void passed(Place place) {
    boolean addressFree = address.passed(place);
    boolean accountFree = account(place).passed(place);
    if (addressFree || accountFree) {
      tellHeld();
    }
  }

  /** The room's attempt failed. */
  synchronized void failed(Place place, Setback why, long now) {
    Block block = why.scope() == Scope.ADDRESS ? address : account(place);
    if (why.scope() != Scope.ROOM) {
      block.struck(place, why, now);
    }
    if (abandons(place)) {
      tellHeld();
    }
  }

  /** Whether the others wait for it no longer, behind this address or in this account. */
  private boolean abandons(Place place) {
    boolean ofAddress = address.abandoned(place);
    boolean ofAccount = account(place).abandoned(place);
    return ofAddress || ofAccount;
  }

  /** The room is over. */
  synchronized void leave(Place place) {
    giveBack(place);
    boolean asked = abandons(place);
    boolean freed = slots.free(place, place.account());
    if (asked || freed) {
      tellHeld();
    }
    if (account(place).isIdle() && !slots.holds(place.account())) {
      accounts.remove(place.account());
    }
  }

  private void tellHeld() {
    List.copyOf(held).forEach(Place::moved);
  }
}
