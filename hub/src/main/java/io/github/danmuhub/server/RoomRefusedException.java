package io.github.danmuhub.server;

/** A room that cannot be opened; the message says why, for a person. */
public final class RoomRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public RoomRefusedException(String message) {
    super(message);
  }
}
