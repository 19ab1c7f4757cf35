package io.github.danmuhub.transport;

import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;

/** A request at our server. Used on its loop; the first answer counts. */
public interface Incoming {
  /** The request, with the host that it named; its body is bounded. */
  HttpCall call();

  boolean wantsWebSocket();

  /** Answers it; a handshake is refused by that. Harmless when the client is gone. */
  void answer(HttpReply reply);

  /**
   * Answers a handshake with 101; one that is broken is refused, and the listener hears of its end.
   */
  default void accept(SocketListener listener) {
    accept(listener, TextFrames.CHECKED);
  }

  /** The same, of a server that takes text as {@code texts} says. */
  void accept(SocketListener listener, TextFrames texts);

  /** The same, and permessage-deflate is agreed to where it is offered. */
  void acceptDeflating(SocketListener listener, TextFrames texts);

  /** Drops the connection without an answer. */
  void drop();
}
