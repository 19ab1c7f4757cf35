package io.github.danmuhub.wire;

/**
 * Bytes from outside that are not what they claim to be. Checked: every codec's caller decides what
 * it costs. The message is a sentence for people. Carries no stack trace: a hostile peer can cause
 * it at any rate.
 */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedException(String why) {
    super(why, null, false, false);
  }

  /** The sentence. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
