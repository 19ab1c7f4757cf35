package io.github.danmuhub.kafka.zone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Who tells, of one room, what carries nothing to tell two of it apart: one worker of one zone, the
 * lead. What others tell is held until the lead was heard at that time too. Where it was not, since
 * its zone has a gap or it said nothing for {@value #SILENT_MS} ms (live, it tells how it is every
 * ten seconds), another takes the lead from where it ended. At most {@value #HELD} events are held;
 * the eldest go. Not thread-safe.
 */
final class Leads {
  static final long SILENT_MS = 15_000;
  private static final int HELD = 1_024;

  private final Deque<ZoneEvent> held = new ArrayDeque<>();
  private String zone = "";
  private String lead = "";
  private long upTo = Long.MIN_VALUE;
  private long lastAt;

  /** Whoever told {@code event} hears the room. */
  void heard(ZoneEvent event, long now) {
    if (event.source().equals(lead)) {
      upTo = Math.max(upTo, event.received());
      lastAt = now;
      held.removeIf(other -> other.received() <= upTo);
    }
  }

  /** What is to be told now that there is an event without an id. */
  List<ZoneEvent> add(ZoneEvent event, long now) {
    if (lead.isEmpty()) {
      follow(event, now);
    }
    if (event.source().equals(lead)) {
      return List.of(event);
    }
    if (event.received() > upTo) {
      held.add(event);
    }
    if (held.size() > HELD) {
      held.remove();
    }
    return List.of();
  }

  /** What is to be told where the lead has fallen silent. */
  List<ZoneEvent> ifSilent(long now) {
    ZoneEvent first = held.peek();
    return first != null && now - lastAt >= SILENT_MS ? pass(first, now) : List.of();
  }

  /** What is to be told where the lead's zone did not hear {@code gap}, as {@code by} says. */
  List<ZoneEvent> gap(ZoneEvent by, Spans.Span gap, long now) {
    if (!by.zone().equals(zone)) {
      return List.of();
    }
    return held.stream()
        .filter(event -> event.received() >= gap.from() && event.received() < gap.to())
        .min(Comparator.comparingLong(ZoneEvent::received))
        .map(event -> pass(event, now))
        .orElseGet(() -> pass(by, now));
  }

  private void follow(ZoneEvent next, long now) {
    lead = next.source();
    zone = next.zone();
    lastAt = now;
  }

  private List<ZoneEvent> pass(ZoneEvent next, long now) {
    follow(next, now);
    List<ZoneEvent> missed = new ArrayList<>();
    for (ZoneEvent event : held) {
      if (event.source().equals(lead)) {
        missed.add(event);
        upTo = Math.max(upTo, event.received());
      }
    }
    held.removeIf(event -> event.source().equals(lead) || event.received() <= upTo);
    return missed;
  }
}
