package io.github.danmuhub.cli;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;

/** A command could not do its work. What it tells is one line: what, and what to do. */
final class CommandFailure extends RuntimeException implements Told {
  private static final long serialVersionUID = 1L;

  private final transient Phrase told;

  CommandFailure(Phrase told) {
    super(told.toString());
    this.told = told;
  }

  CommandFailure(Phrase told, Throwable cause) {
    super(told.toString(), cause);
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }
}
