package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.Health;
import java.util.concurrent.atomic.AtomicLong;

/** The numbers of {@link Health}. Written on the room's loop, read on any thread. */
final class HealthCount {
  private static final long NEVER = -1;

  private final AtomicLong heardAt = new AtomicLong(NEVER);
  private final AtomicLong roundTrip = new AtomicLong(NEVER);
  private final AtomicLong frames = new AtomicLong();
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong unknown = new AtomicLong();
  private final AtomicLong malformed = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong reconnects = new AtomicLong();
  private final AtomicLong copies = new AtomicLong();

  void frame(long now) {
    frames.incrementAndGet();
    heardAt.set(now);
  }

  /** How long the last heartbeat took to come back. */
  void roundTrip(long ms) {
    roundTrip.set(ms);
  }

  void event() {
    events.incrementAndGet();
  }

  void unknown() {
    unknown.incrementAndGet();
  }

  void malformed() {
    malformed.incrementAndGet();
  }

  void dropped(int queues) {
    dropped.addAndGet(queues);
  }

  void copy() {
    copies.incrementAndGet();
  }

  void reconnect() {
    reconnects.incrementAndGet();
  }

  /** The clock was set back: moves a last-frame time in the future to now. */
  void clockIsAt(long now) {
    heardAt.accumulateAndGet(now, Math::min);
  }

  /** When the last frame came in, epoch milliseconds; -1 before the first. */
  long heardAt() {
    return heardAt.get();
  }

  Health at(long now) {
    long heard = heardAt.get();
    return new Health(
        heard == NEVER ? NEVER : Math.max(0, now - heard),
        roundTrip.get(),
        frames.get(),
        events.get(),
        unknown.get(),
        malformed.get(),
        dropped.get(),
        reconnects.get(),
        copies.get());
  }
}
