package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.Clock;
import io.github.danmuhub.platform.FrameKind;
import java.nio.ByteBuffer;

/**
 * All that a simulated peer touches. {@code --fault} wraps it. One thread.
 *
 * @param <M> a message of the platform's
 */
public interface PeerContext<M> extends Clock {
  /** Sends a frame. The bytes are copied or sent before it returns. */
  void send(FrameKind kind, ByteBuffer bytes);

  /** From now on the programme of that room comes to {@link SimulatedPeer#onMessages}. */
  void hears(String room);

  /**
   * Whoever is silent for so long is dropped; a frame from it starts the time anew.
   *
   * @param ms 0 = for ever
   */
  void silentFor(long ms);

  /**
   * One timer; a later call replaces an earlier one.
   *
   * @param ticks by {@link #ticks()}; {@link Long#MAX_VALUE} = never
   */
  void wakeAt(long ticks);

  /**
   * Drops the connection without a close frame.
   *
   * @param why in words, and the name of a tally; empty for none
   */
  void drop(String why);
}
