package io.github.danmuhub.platform;

/** What to do after a socket is gone. */
public enum Verdict {
  /** The same dial again, after the back-off. */
  RETRY,
  /** The next dial of the list, after the back-off. */
  NEXT_DIAL,
  /** A fresh lookup, after the back-off. */
  RESOLVE,
  /** Never again: the room does not exist, the credentials are refused for good. */
  FAILED
}
