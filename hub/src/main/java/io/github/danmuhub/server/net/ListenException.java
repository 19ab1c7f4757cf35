package io.github.danmuhub.server.net;

import java.io.IOException;

/** The doors cannot be opened; the message says where, why and what to do, in one line. */
public final class ListenException extends IOException {
  private static final long serialVersionUID = 1L;

  ListenException(String where, String why, Throwable cause) {
    super("cannot listen on %s: %s".formatted(where, why), cause);
  }
}
