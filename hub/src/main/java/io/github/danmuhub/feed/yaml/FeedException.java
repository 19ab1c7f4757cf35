package io.github.danmuhub.feed.yaml;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;

/** A feed's file cannot be used. It is told in one line: where, and what to write instead. */
public final class FeedException extends IllegalArgumentException implements Told {
  private static final long serialVersionUID = 1L;

  private final transient Phrase told;

  public FeedException(Phrase told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }

  /**
   * What is wrong at a place of a file.
   *
   * @param place such as {@code feed.yaml, line 3}
   */
  static FeedException at(Phrase place, Phrase what) {
    return new FeedException(Phrase.of("file.at", place, what));
  }
}
