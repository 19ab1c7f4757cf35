package io.github.danmuhub.app;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;

/** A room that is not opened; the message says why and what to do, for a person. */
public final class RoomRefusedException extends Exception implements Told {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient Phrase told;

  public RoomRefusedException(Reason reason, Phrase told) {
    super(told.toString());
    this.reason = reason;
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong with it. */
  public enum Reason {
    UNKNOWN,
    TOO_MANY,
    /** Who decides it cannot be reached. */
    UNREACHABLE
  }
}
