package io.github.danmuhub.log;

/** A cursor that this log cannot follow; the message says why and what to do. */
public final class CursorException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  CursorException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong with it. */
  public enum Reason {
    MALFORMED,
    OTHER_HUB,
    FUTURE
  }
}
