package io.github.danmuhub.event.json;

/** Text that is not an event of JSON v1. The message is a sentence for people. */
public final class BadEventException extends Exception {
  private static final long serialVersionUID = 1L;

  public BadEventException(String why) {
    super(why, null, false, false);
  }

  /** The sentence. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
