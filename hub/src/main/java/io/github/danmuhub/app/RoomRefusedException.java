package io.github.danmuhub.app;

/** A room that is not opened; the message says why and what to do, for a person. */
public final class RoomRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public RoomRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong with it. */
  public enum Reason {
    UNKNOWN,
    TOO_MANY
  }
}
