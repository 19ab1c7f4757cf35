package io.github.danmuhub.platform;

import java.nio.ByteBuffer;

/** What a simulated peer wants done. {@code --fault} wraps this. */
public interface PeerOut {
  /** The bytes are copied or sent before it returns. */
  void send(FrameKind kind, ByteBuffer bytes);

  /** One timer; a later call replaces an earlier one. */
  void wakeAt(long epochMs);

  /** Drops the connection without a close frame; {@code why} is for people. */
  void drop(String why);
}
