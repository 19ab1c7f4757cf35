package io.github.danmuhub.platform;

/** Why a room is looked up. */
public enum Resolve {
  /** The room is opened. */
  FIRST,
  /** All dials were tried, or the token may be too old. */
  STALE,
  /** The platform refused what the last lookup gave. */
  REFUSED
}
