package io.github.danmuhub.record.copy;

/** Where a room's copy ends and the next one begins. */
public enum Split {
  /** Each broadcast has a file; what is said between two is not copied. */
  BROADCAST,
  /** A new title begins a new file. */
  TITLE
}
