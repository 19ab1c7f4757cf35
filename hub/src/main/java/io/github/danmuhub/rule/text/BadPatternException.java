package io.github.danmuhub.rule.text;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;

/** A pattern that is refused; the message says why. */
public final class BadPatternException extends Exception implements Told {
  private static final long serialVersionUID = 1L;

  private final int at;
  private final transient Phrase told;

  BadPatternException(int at, Phrase told) {
    super(told.toString());
    this.at = at;
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }

  /** Which character of the pattern, from 0. */
  public int at() {
    return at;
  }
}
