package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.FrameKind;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Who sits at the other end of one socket, as the site serves them. It touches nothing but its
 * {@link PeerContext}. One thread.
 *
 * @param <M> a message of the platform's
 */
public interface SimulatedPeer<M> {
  /** {@code bytes} are valid during the call only. */
  void onFrame(FrameKind kind, ByteBuffer bytes);

  /**
   * What is said in the room that the peer {@linkplain PeerContext#hears hears}: what came due
   * since the last time, in order.
   */
  void onMessages(List<M> messages);

  /** The time of {@link PeerContext#wakeAt} has come. */
  default void onWake() {}

  /** The socket is gone. */
  default void onClosed() {}
}
