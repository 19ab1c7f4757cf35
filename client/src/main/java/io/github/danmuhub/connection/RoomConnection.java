package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.Health;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.transport.Loop;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One room, heard until it is closed: looked up, dialled, kept alive, and reached again after every
 * failure. Reports each step of its life as a {@link io.github.danmuhub.event.Connection} event.
 *
 * <p>Any thread may call it; everything happens on the room's loop. Closing it touches no other
 * room.
 */
public final class RoomConnection implements AutoCloseable {
  private final RoomRef room;
  private final Loop loop;
  private final HealthCount health = new HealthCount();
  private final RoomLifecycle life;
  private final AtomicBoolean opened = new AtomicBoolean();
  private volatile boolean closed;

  public RoomConnection(RoomParts parts) {
    room = parts.room();
    loop = parts.way().loop();
    life = life(parts, health);
  }

  /** The table of who is made of what, from the line up to the life. */
  private static RoomLifecycle life(RoomParts parts, HealthCount health) {
    Loop loop = parts.way().loop();
    Timing timing = parts.timing();
    FrameTap tap = GuardedTap.of(parts.audience().tap());
    RoomEvents events =
        new RoomEvents(
            parts.room(), loop, parts.audience().sink(), health, timing.broken().aSecond());
    CallClock clock = new CallClock(loop);
    Line line = new Line(parts.way().dialler(), tap);
    Requests requests =
        new Requests(
            parts.way().dialler().http()::send, parts.session().cookies(), loop, tap, clock);
    RecentKeys recent = new RecentKeys(timing.dedupeWindow(), parts.random().nextLong());
    RoomVerbs verbs =
        new RoomVerbs(parts.session(), loop, clock, events, health, line, requests, recent);
    RoomSession opened = parts.session().open().apply(verbs);
    GuardedSession session =
        new GuardedSession(parts.room(), opened, verbs, timing.broken().inARow());
    Phases phases = new Phases(parts, session, health, events);
    return new RoomLifecycle(phases, session, line, requests, health, events, loop);
  }

  /**
   * Starts. Returns at once.
   *
   * @throws IllegalStateException when called twice
   */
  public void open() {
    if (!opened.compareAndSet(false, true)) {
      throw new IllegalStateException(room() + " was opened before");
    }
    loop.execute(life::begin);
  }

  /** Ends it: {@code ended} is the last event. Returns at once; closing again does nothing. */
  @Override
  public void close() {
    closed = true;
    loop.execute(life::end);
  }

  /** Whether it was closed; until {@link #over} it may still be on its way to its end. */
  public boolean isClosed() {
    return closed;
  }

  public RoomRef room() {
    return room;
  }

  /** {@link State#RESOLVING} before it was opened. */
  public State state() {
    return life.state();
  }

  /** How it is now. */
  public Health health() {
    return health.at(loop.ticks());
  }

  /** Completes, on the loop, once the room has ended or failed for good. */
  public CompletionStage<State> over() {
    return life.over();
  }
}
