package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;

/**
 * What a socket reports, on its loop: at most one {@code onOpen}, then frames, then one {@code
 * onClosed}.
 */
public interface SocketListener {
  void onOpen(Socket socket);

  /** A whole frame. {@code bytes} are valid during the call only. */
  void onFrame(FrameKind kind, ByteBuffer bytes);

  /** A good answer over HTTP that a page has asked for itself; only of a {@code Dial.Browser}. */
  default void onAnswer(HttpCall asked, HttpReply reply) {}

  /**
   * A message that was too large was left out; only where the transport does that instead of
   * closing the socket ({@link Transport#createForLarge}).
   *
   * @param bytes its size
   */
  default void onSkipped(long bytes) {}

  /** The end; also of a dial that never opened. */
  void onClosed(Closed why);
}
