package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.Health;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.RoomRef;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One room, heard until somebody closes it: looked up, dialled, kept alive, and reached again after
 * every failure. Tells each step of its life as a {@link io.github.danmuhub.event.Connection}
 * event.
 *
 * <p>Any thread may call it; everything happens on the room's loop. Closing it touches no other
 * room.
 */
public final class RoomConnection implements AutoCloseable {
  private final RoomParts parts;
  private final RoomLifecycle life;
  private final AtomicBoolean opened = new AtomicBoolean();
  private volatile boolean closed;

  public RoomConnection(RoomParts parts) {
    this.parts = parts;
    this.life = new RoomLifecycle(parts);
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
    parts.loop().execute(life::begin);
  }

  /** Ends it: {@code ended} is the last event. Returns at once; closing again does nothing. */
  @Override
  public void close() {
    closed = true;
    parts.loop().execute(life::end);
  }

  /** Whether somebody closed it; until {@link #over} it is on its way to its end. */
  public boolean isClosed() {
    return closed;
  }

  public RoomRef room() {
    return parts.room();
  }

  /** {@link State#RESOLVING} before it was opened. */
  public State state() {
    return life.state();
  }

  /** How it is now. */
  public Health health() {
    return life.health().at(parts.loop().now());
  }

  /** Completes, on the loop, once the room has ended or failed for good. */
  public CompletionStage<State> over() {
    return life.over();
  }
}
