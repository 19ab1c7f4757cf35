package io.github.danmuhub.platform;

import java.nio.ByteBuffer;

/** The site's end of one socket. One thread. */
public interface SimulatedPeer {
  /** {@code bytes} are valid during the call only. */
  void onFrame(FrameKind kind, ByteBuffer bytes, long now);

  void onWake(long now);

  void onClosed(long now);
}
