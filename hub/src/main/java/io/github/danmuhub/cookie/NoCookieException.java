package io.github.danmuhub.cookie;

/** What a file is instead of a cookie, in words that follow its name: {@code is an HTML page}. */
public final class NoCookieException extends Exception {
  private static final long serialVersionUID = 1L;

  NoCookieException(String why) {
    super(why);
  }

  /** The words. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
