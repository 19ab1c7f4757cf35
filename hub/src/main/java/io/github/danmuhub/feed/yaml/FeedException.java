package io.github.danmuhub.feed.yaml;

/** A feed's file cannot be used. The message is one line: where, and what to write instead. */
public final class FeedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public FeedException(String message) {
    super(message);
  }

  /**
   * What is wrong at a place of a file.
   *
   * @param place such as {@code feed.yaml, line 3}
   */
  static FeedException at(String place, String what) {
    return new FeedException(place + ": " + what);
  }
}
