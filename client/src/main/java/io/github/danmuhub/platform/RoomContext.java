package io.github.danmuhub.platform;

import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.platform.http.HttpCall;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * All that a session touches: what it is given and what it wants done. Every call takes effect at
 * once; an ack leaves before the messages that follow it are decoded. {@link #live} and {@link
 * #reconnect} may end the phase of the connection within the call, so a handler calls them last, or
 * checks afterwards what it still holds. On the room's loop only; in {@link Platform#open} only
 * {@link #random}, {@link #settings}, {@link #tools} and {@link #cookies} may be called.
 */
public interface RoomContext extends Emitter, Asker {
  /** Where ids and jitter come from. */
  RandomGenerator random();

  /** What the user set for this room. */
  Settings settings();

  /** What all rooms of the loop share. */
  LoopTools tools();

  /**
   * What the platform's hosts have set for the rooms of this loop and account. Each request over
   * HTTP shows it, and each answer adds to it; a socket's handshake is the session's to fill.
   */
  CookieJar cookies();

  /** Asks at once: see {@link #poll(HttpCall, long)}. */
  default void poll(HttpCall call) {
    poll(call, 0);
  }

  /**
   * Asks over HTTP after that delay; the answer comes to {@link RoomSession#onPolled}, counted and
   * captured. It belongs to the socket, or the polling dial, that is open now: once that is gone,
   * the answer never comes. Nothing happens where there is none.
   */
  void poll(HttpCall call, long delayMs);

  /**
   * Sends a frame; dropped where there is no socket. The bytes are copied or sent before it
   * returns.
   */
  void send(FrameKind kind, ByteBuffer bytes);

  /** Sends a heartbeat; the time until {@link #answered} is the round trip. */
  default void heartbeat(FrameKind kind, ByteBuffer bytes) {
    send(kind, bytes);
  }

  /** A heartbeat came back: the oldest that was not answered yet. */
  void answered();

  /** The platform accepted us. */
  void live();

  /**
   * Call before {@link #live} if nothing was missed since the last socket: messages were received
   * another way, or will be replayed from the cursor. No {@code gap} is reported.
   */
  void missedNothing();

  /**
   * Sets the session's one timer, for heartbeat, combo idle and merge window together. A later call
   * replaces an earlier one. It survives the socket.
   *
   * @param ticks by {@link #ticks()}; {@link Long#MAX_VALUE} = never
   */
  void wakeAt(long ticks);

  /**
   * Gives this socket up; {@link RoomSession#onClosed} is not called for it. Nothing happens where
   * there is no socket.
   */
  void reconnect(Setback why);
}
