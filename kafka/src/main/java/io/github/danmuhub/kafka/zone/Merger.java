package io.github.danmuhub.kafka.zone;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.wire.MalformedException;
import java.util.Map;
import java.util.Set;

/**
 * What all zones told of the rooms of one partition, as one stream, by the rules of this package.
 * Its state follows from what it was given, in that order, and from nothing else: after a crash it
 * is made anew from the last ten minutes of {@code danmu.events}. Bounded: {@value #ROOMS} rooms
 * are remembered, by last use, beside what {@link Deliveries}, {@link SeenIds} and {@link
 * GiftTotals} keep. One thread.
 */
final class Merger {
  private static final int ROOMS = 10_000;

  /** What is told of a room that is not heard too: a lookup's facts, and how the worker is. */
  private static final Set<String> NOT_HEARD =
      Set.of("room", "broadcast", "stats", "connection", "gap", "malformed");

  /** Of which more counts than that they are: their JSON is read. */
  private static final Set<String> READ = Set.of("gap", "connection", "gift");

  private final Deliveries deliveries = new Deliveries();
  private final SeenIds seen = new SeenIds();
  private final GiftTotals gifts = new GiftTotals();
  private final Map<String, Room> rooms = BoundedMap.byUse(ROOMS);
  private final Outcome outcome;
  private long now = Long.MIN_VALUE;

  /** What becomes of what it is given. */
  interface Outcome {
    /** That goes to {@code danmu.merged}. */
    void told(Merged merged);

    /** It was told before, or comes so late that nobody knows. */
    void twice();
  }

  private static final class Room {
    private final SharedGaps gaps = new SharedGaps();
    private final Leads leads = new Leads();
  }

  Merger(Outcome outcome) {
    this.outcome = outcome;
  }

  /**
   * Takes the next event.
   *
   * @param at when it came to the topic, epoch milliseconds; time never goes back here
   * @throws MalformedException in words, where it is no event after all
   */
  void take(ZoneEvent event, long at) throws MalformedException {
    now = Math.max(now, at);
    if (!deliveries.isFirst(event)) {
      outcome.twice();
      return;
    }
    Room room = rooms.computeIfAbsent(event.room(), name -> new Room());
    LiveEvent whole = READ.contains(event.type()) ? event.event() : null;
    if (whole instanceof Gap gap) {
      gap(gap, event, room);
    } else if (whole instanceof Connection report) {
      connection(report, event, room);
    } else if (whole instanceof Gift gift && GiftTotals.isTotalled(gift)) {
      gift(gift, event);
    } else {
      once(event, room);
    }
    if (!NOT_HEARD.contains(event.type())) {
      heard(event, room);
    }
    settle(room);
  }

  /** Nothing came for a while: what waits may be due. */
  void tick(long at) {
    now = Math.max(now, at);
    rooms.values().forEach(this::settle);
  }

  private void settle(Room room) {
    room.leads.ifSilent(now).forEach(this::tell);
    for (SharedGaps.Told told : room.gaps.settled(now)) {
      outcome.told(told.merged());
    }
  }

  private void heard(ZoneEvent event, Room room) {
    room.gaps.heard(event.zone(), event.received(), now);
    room.leads.heard(event, now);
  }

  private void gap(Gap gap, ZoneEvent event, Room room) {
    room.gaps.gap(event, gap, now);
    Spans.Span time = new Spans.Span(gap.from(), gap.to());
    room.leads.gap(event, time, now).forEach(this::tell);
  }

  /** A report without a reason is of a room that is live already; a gap comes after the first. */
  private void connection(Connection report, ZoneEvent event, Room room) {
    if (report.state() == Connection.State.LIVE && report.detail() == null) {
      heard(event, room);
    }
  }

  private void gift(Gift gift, ZoneEvent event) {
    Gift fresh = isTooLate(event) ? null : gifts.add(gift);
    if (fresh == null) {
      outcome.twice();
    } else if (!isNew(event)) {
      outcome.told(Merged.part(event, second(fresh)));
    } else if (fresh.count() == gift.count()) {
      tell(event);
    } else {
      outcome.told(Merged.part(event, fresh));
    }
  }

  /** What is left of a message of which another zone told less: its second event. */
  private static Gift second(Gift gift) {
    Origin origin = gift.origin().nth(2);
    return new Gift(
        origin, gift.user(), gift.item(), gift.count(), gift.combo(), gift.price(), gift.to());
  }

  private void once(ZoneEvent event, Room room) {
    if (event.id() == null) {
      room.leads.add(event, now).forEach(this::tell);
    } else if (!isTooLate(event) && isNew(event)) {
      tell(event);
    } else {
      outcome.twice();
    }
  }

  private boolean isNew(ZoneEvent event) {
    String id = event.id();
    return id == null
        || seen.add(String.join("\0", event.room(), event.type(), id), event.received(), now);
  }

  private boolean isTooLate(ZoneEvent event) {
    return seen.isForgotten(event.received());
  }

  private void tell(ZoneEvent event) {
    outcome.told(Merged.of(event));
  }
}
