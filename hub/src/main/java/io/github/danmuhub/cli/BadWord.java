package io.github.danmuhub.cli;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import picocli.CommandLine.TypeConversionException;

/** A word of the command line that cannot be what is needed there; picocli says of which option. */
final class BadWord extends TypeConversionException implements Told {
  private static final long serialVersionUID = 1L;

  private final transient Phrase told;

  BadWord(Phrase told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }
}
