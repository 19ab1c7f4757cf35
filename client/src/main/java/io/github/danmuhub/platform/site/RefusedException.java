package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.http.HttpReply;

/** A handshake that the site answers with plain HTTP. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient HttpReply reply;

  public RefusedException(HttpReply reply) {
    super("handshake refused with HTTP " + reply.status(), null, false, false);
    this.reply = reply;
  }

  public HttpReply reply() {
    return reply;
  }
}
