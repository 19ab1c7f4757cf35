package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;

/**
 * Hears what goes over one room's sockets and its HTTP, as it is: cookies, tokens and signatures
 * included. Called on the room's loop, so it must not block. Buffers are valid during the call
 * only. An exception that it throws is logged; the room goes on.
 */
public interface FrameTap {
  /** Hears nothing. */
  FrameTap NONE = new FrameTap() {};

  /** A socket is open, or polling stands for one. */
  default void opened(Dial dial) {}

  /** A whole frame came in; the session has not seen it yet. */
  default void received(FrameKind kind, ByteBuffer bytes) {}

  /** A frame goes out. */
  default void sent(FrameKind kind, ByteBuffer bytes) {}

  /** An answer over HTTP came in, to a lookup or to a poll; the session has not seen it yet. */
  default void answered(HttpCall asked, HttpReply reply) {}

  /** The socket is closed, by either side, or polling is over. */
  default void closed(Closed why) {}
}
