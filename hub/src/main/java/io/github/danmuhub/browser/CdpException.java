package io.github.danmuhub.browser;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;

/** What a browser refused, or could not do any more; the message is for people. */
public final class CdpException extends Exception implements Told {
  private static final long serialVersionUID = 1;

  private final transient Phrase told;

  public CdpException(Phrase told) {
    super(told.toString());
    this.told = told;
  }

  /** In words that are not ours. */
  CdpException(String foreign) {
    this(Phrase.said(foreign));
  }

  @Override
  public Phrase told() {
    return told;
  }
}
