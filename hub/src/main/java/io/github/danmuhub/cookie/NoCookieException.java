package io.github.danmuhub.cookie;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;

/** What a file is instead of a cookie, in words that follow its name: {@code is an HTML page}. */
public final class NoCookieException extends Exception implements Told {
  private static final long serialVersionUID = 1L;

  private final transient Phrase told;

  NoCookieException(Phrase told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }
}
