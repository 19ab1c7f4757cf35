package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * blrec writes one purchase of a guard twice: {@code guard} with the list price and {@code toast}
 * with what was paid, in either order. The first is held for {@value #HOLD_MS} ms of the file's
 * time, and told once, with the toast's figures where there is one. Bounded: beyond {@value #HELD}
 * the oldest is told early; nothing is dropped.
 */
final class BlrecPurchases {
  private static final long HOLD_MS = 5_000;
  private static final int HELD = 256;

  private final List<Held> held = new ArrayList<>();

  private record Held(Membership membership, boolean toast) {

    boolean isOf(Membership other, boolean otherToast) {
      return toast != otherToast
          && Objects.equals(membership.user().id(), other.user().id())
          && membership.tier().equals(other.tier());
    }
  }

  /** {@code event}, behind what was held long enough by then. */
  List<LiveEvent> before(LiveEvent event) {
    List<LiveEvent> events = due(event.origin().received() - HOLD_MS);
    events.add(event);
    return events;
  }

  List<LiveEvent> guard(Membership membership) {
    return add(new Held(membership, false));
  }

  List<LiveEvent> toast(Membership membership) {
    return add(new Held(membership, true));
  }

  private List<LiveEvent> add(Held second) {
    List<LiveEvent> events = due(second.membership.origin().received() - HOLD_MS);
    for (Iterator<Held> all = held.iterator(); all.hasNext(); ) {
      Held first = all.next();
      if (first.isOf(second.membership, second.toast)) {
        all.remove();
        events.add(second.toast ? second.membership : first.membership);
        return events;
      }
    }
    if (held.size() == HELD) {
      events.add(held.remove(0).membership);
    }
    held.add(second);
    return events;
  }

  private List<LiveEvent> due(long until) {
    List<LiveEvent> due = new ArrayList<>();
    while (!held.isEmpty() && held.get(0).membership.origin().received() <= until) {
      due.add(held.remove(0).membership);
    }
    return due;
  }

  /** All that is still held. */
  List<LiveEvent> end() {
    return due(Long.MAX_VALUE);
  }
}
