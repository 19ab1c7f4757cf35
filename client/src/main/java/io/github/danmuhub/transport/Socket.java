package io.github.danmuhub.transport;

import io.github.danmuhub.platform.FrameKind;
import java.nio.ByteBuffer;

/** An open socket. Used on its loop only. */
public interface Socket {
  /** The bytes are copied before it returns. A frame too many for the peer closes the socket. */
  void send(FrameKind kind, ByteBuffer bytes);

  /** Closes it in order. {@link SocketListener#onClosed} still comes. */
  void close(int code, String reason);

  /** Closes it without a close frame; {@link SocketListener#onClosed} gets {@code why}. */
  void drop(String why);

  /** Drops it as a crashed machine would, with a TCP reset where there is TCP. */
  default void reset() {
    drop("reset");
  }
}
