package io.github.danmuhub.transport;

/** What a server does with what comes in. Called on the server's loop. */
public interface ServerHandler {
  /**
   * A whole request has come, or a handshake ({@link Incoming#wantsWebSocket}). A handshake must be
   * answered, or accepted, during the call.
   */
  void onRequest(Incoming request);
}
