package io.github.danmuhub.browser;

/** What a browser refused, or could not do any more; the message is for people. */
public final class CdpException extends Exception {
  private static final long serialVersionUID = 1;

  public CdpException(String words) {
    super(words);
  }
}
