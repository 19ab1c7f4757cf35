package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.FrameKind;
import java.nio.ByteBuffer;

/** The socket of a simulated peer, as the host gives it to the site. {@code --fault} wraps it. */
public interface PeerSocket {
  /** The bytes are copied or sent before it returns. */
  void send(FrameKind kind, ByteBuffer bytes);

  /** One timer; a later call replaces an earlier one. */
  void wakeAt(long epochMs);

  /** Drops the connection without a close frame; {@code why} is for people. */
  void drop(String why);
}
