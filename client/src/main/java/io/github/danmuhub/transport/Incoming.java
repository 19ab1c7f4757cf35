package io.github.danmuhub.transport;

import io.github.danmuhub.platform.HttpCall;
import io.github.danmuhub.platform.HttpReply;

/** A request at our server. Used on its loop; the first answer counts. */
public interface Incoming {
  /** The request, with the host that it named; its body is bounded. */
  HttpCall call();

  boolean wantsWebSocket();

  /** Answers it; a handshake is refused by that. Harmless when the client is gone. */
  void answer(HttpReply reply);

  /** Answers a handshake with 101; one that is broken is refused, and the listener told its end. */
  void accept(SocketListener listener);

  /** Drops the connection without an answer. */
  void drop();
}
