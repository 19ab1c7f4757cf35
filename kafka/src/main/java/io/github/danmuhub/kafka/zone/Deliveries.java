package io.github.danmuhub.kafka.zone;

import io.github.danmuhub.log.Cursor;
import io.github.danmuhub.log.CursorException;
import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.wire.MalformedException;
import java.util.Map;

/**
 * How far each worker's log has come: after a crash a worker delivers again what it is not sure of.
 * Remembers the {@value #MOST} logs that delivered last. Not thread-safe.
 */
final class Deliveries {
  private static final int MOST = 10_000;

  private final Map<String, Long> delivered = BoundedMap.byUse(MOST);

  /**
   * Whether the event is delivered for the first time.
   *
   * @throws MalformedException in words, where its place in a log is none
   */
  boolean isFirst(ZoneEvent event) throws MalformedException {
    String seq = event.headers().seq();
    if (seq == null) {
      return true; // the sink's own, of no log
    }
    try {
      Cursor place = Cursor.parse(seq);
      long before = delivered.getOrDefault(place.hub(), 0L);
      delivered.put(place.hub(), Math.max(before, place.seq()));
      return place.seq() > before;
    } catch (CursorException e) {
      throw new MalformedException("the header 'seq' is no place in a log: " + e.getMessage());
    }
  }
}
