package io.github.danmuhub.rule.text;

/** A pattern that is refused; the message says why. */
public final class BadPatternException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int at;

  BadPatternException(int at, String words) {
    super(words);
    this.at = at;
  }

  /** Which character of the pattern, from 0. */
  public int at() {
    return at;
  }
}
