package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.Counts;
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

  /** A frame came in, at those ticks. */
  void frame(long ticks) {
    frames.incrementAndGet();
    heardAt.set(ticks);
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

  /** When the last frame came in, but not before {@code since}; ticks. */
  long heardSince(long since) {
    return Math.max(heardAt.get(), since);
  }

  Health at(long ticks) {
    long heard = heardAt.get();
    return new Health(
        heard == NEVER ? NEVER : Math.max(0, ticks - heard),
        roundTrip.get(),
        new Counts(
            frames.get(),
            events.get(),
            unknown.get(),
            malformed.get(),
            dropped.get(),
            reconnects.get(),
            copies.get()));
  }
}
