package io.github.danmuhub.platform;

/** Whom a {@link Setback} concerns, so who waits it out. */
public enum Scope {
  /** This room alone. */
  ROOM,
  /** Every room of the platform behind our address. */
  ADDRESS,
  /** Every room of the platform that is open with the same account. */
  ACCOUNT
}
