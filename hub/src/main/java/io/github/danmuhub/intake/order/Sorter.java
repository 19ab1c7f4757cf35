package io.github.danmuhub.intake.order;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.record.EventSize;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Puts right what is out of order for moments: of {@value #EVENTS} events, or {@value #BYTES} bytes
 * of them, the earliest goes first; of two of one time the one that came first. Nothing is dropped.
 * One thread.
 */
final class Sorter {
  private static final int EVENTS = 4_096;
  private static final long BYTES = 8 << 20;

  /** By time, then as they came: what was read is numbered. */
  static final Comparator<Numbered> ORDER =
      Comparator.comparingLong((Numbered n) -> n.event().origin().received())
          .thenComparingLong(Numbered::seq);

  private final PriorityQueue<Numbered> held = new PriorityQueue<>(ORDER);
  private long bytes;

  void add(Numbered event) {
    held.add(event);
    bytes += EventSize.of(event.event());
  }

  boolean isFull() {
    return held.size() >= EVENTS || bytes >= BYTES;
  }

  /** The earliest; null where none is held. */
  @Nullable Numbered poll() {
    Numbered first = held.poll();
    bytes -= first == null ? 0 : EventSize.of(first.event());
    return first;
  }
}
