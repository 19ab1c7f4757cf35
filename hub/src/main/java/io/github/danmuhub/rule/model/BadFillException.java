package io.github.danmuhub.rule.model;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;

/** A template that gives what its parameter cannot take; the message says so. */
public final class BadFillException extends Exception implements Told {
  private static final long serialVersionUID = 1L;

  private final transient Phrase told;

  BadFillException(Phrase told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }
}
