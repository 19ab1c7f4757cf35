package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.Clock;
import io.github.danmuhub.platform.FrameKind;
import java.nio.ByteBuffer;

/** All that a simulated peer touches. {@code --fault} wraps it. One thread. */
public interface PeerContext extends Clock {
  /** Hears a room from where it is now. */
  long NOW = -1;

  /** Sends a frame. The bytes are copied or sent before it returns. */
  void send(FrameKind kind, ByteBuffer bytes);

  /**
   * From now on the programme of that room comes to {@link SimulatedPeer#onMessages}, and that a
   * broadcast of it begins or ends.
   *
   * @param position from an earlier {@link #position}, or {@link #NOW}; one that cannot be, or is
   *     too far behind, is mended
   */
  void hears(String room, long position);

  /** Hears nothing more. */
  void hearsNothing();

  /** How far the peer is in the programme of the room that it hears: what a cursor may hold. */
  long position();

  /**
   * The peer has to be heard of again within that time, or it is dropped: the next call starts the
   * time anew.
   *
   * @param orElse what it did not do, in words; the name of a tally
   */
  void expects(long withinMs, String orElse);

  /**
   * One timer; a later call replaces an earlier one.
   *
   * @param ticks by {@link #ticks()}; {@link Long#MAX_VALUE} = never
   */
  void wakeAt(long ticks);

  /**
   * Drops the connection without a close frame.
   *
   * @param why in words; the name of a tally
   */
  void drop(String why);
}
