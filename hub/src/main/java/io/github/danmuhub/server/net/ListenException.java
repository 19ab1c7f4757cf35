package io.github.danmuhub.server.net;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import java.io.IOException;

/** The doors cannot be opened; the message says where, why and what to do, in one line. */
public final class ListenException extends IOException implements Told {
  private static final long serialVersionUID = 1L;

  private final transient Phrase told;

  ListenException(String where, Phrase why, Throwable cause) {
    this(Phrase.of("listen.failed", where, why), cause);
  }

  private ListenException(Phrase told, Throwable cause) {
    super(told.toString(), cause);
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }
}
