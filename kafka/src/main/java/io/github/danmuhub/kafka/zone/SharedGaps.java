package io.github.danmuhub.kafka.zone;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.platform.BoundedMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The gaps of one room that no zone heard, each told once. A zone's gap waits until every other
 * zone has told what it heard meanwhile; one that told nothing for {@value #SILENT_MS} ms (live, it
 * tells how it is every ten seconds) does not hear the room. Keeps {@value #ZONES} zones with their
 * last {@value #GAPS} gaps, and as many gaps that wait: of one more, the first waits no longer. Not
 * thread-safe.
 */
final class SharedGaps {
  static final long SILENT_MS = 60_000;
  private static final int ZONES = 8;
  private static final int GAPS = 64;

  private final Map<String, Zone> zones = new BoundedMap<>(ZONES);
  private final List<Told> waiting = new ArrayList<>();
  private final Spans shared = new Spans(GAPS);

  /**
   * A gap, of one zone or of all.
   *
   * @param by the event that told it
   * @param whole whether nothing was taken from what that says
   */
  record Told(ZoneEvent by, Gap gap, boolean whole) {
    Spans.Span time() {
      return new Spans.Span(gap.from(), gap.to());
    }

    private Told part(Spans.Span part) {
      return part.equals(time())
          ? this
          : new Told(by, new Gap(gap.origin(), part.from(), part.to(), gap.why()), false);
    }

    /** A gap that was not cut goes as it came. */
    Merged merged() {
      return whole ? Merged.of(by) : Merged.part(by, gap);
    }
  }

  /** Hears the room from its first event to its last, but for the gaps. */
  private static final class Zone {
    private final Spans gaps = new Spans(GAPS);
    private final long from;
    private long upTo;
    private long lastAt;

    Zone(long from) {
      this.from = from;
      this.upTo = from;
    }

    void tell(long received, long now) {
      upTo = Math.max(upTo, received);
      lastAt = now;
    }

    /** Whether it may still tell of the time before {@code end}. */
    boolean mayTell(long end, long now) {
      return upTo < end && now - lastAt < SILENT_MS;
    }

    List<Spans.Span> heardIn(Spans.Span time) {
      Spans.Span known = new Spans.Span(Math.max(from, time.from()), Math.min(upTo, time.to()));
      return known.length() > 0 ? gaps.missing(known) : List.of();
    }
  }

  /** A zone hears the room at {@code received}. */
  void heard(String zone, long received, long now) {
    zones.computeIfAbsent(zone, name -> new Zone(received)).tell(received, now);
  }

  /** A zone did not hear the room. */
  void gap(ZoneEvent by, Gap gap, long now) {
    Zone zone = zones.computeIfAbsent(by.zone(), name -> new Zone(gap.from()));
    zone.gaps.add(gap.from(), gap.to());
    zone.tell(gap.to(), now);
    waiting.add(new Told(by, gap, true));
  }

  /** What is settled by now: the parts of gaps that no zone heard. */
  List<Told> settled(long now) {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Told> settled = new ArrayList<>();
    for (Iterator<Told> all = waiting.iterator(); all.hasNext(); ) {
      Told gap = all.next();
      if (waiting.size() > GAPS || isSettled(gap.gap().to(), now)) {
        all.remove();
        settle(gap, settled);
      }
    }
    return settled;
  }

  private boolean isSettled(long end, long now) {
    return zones.values().stream().noneMatch(zone -> zone.mayTell(end, now));
  }

  private void settle(Told gap, List<Told> settled) {
    Spans known = new Spans(Integer.MAX_VALUE);
    shared.within(gap.time()).forEach(span -> known.add(span.from(), span.to()));
    for (Zone zone : zones.values()) {
      zone.heardIn(gap.time()).forEach(span -> known.add(span.from(), span.to()));
    }
    for (Spans.Span unheard : known.missing(gap.time())) {
      settled.add(gap.part(unheard));
      shared.add(unheard.from(), unheard.to());
    }
  }
}
