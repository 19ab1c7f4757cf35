package io.github.danmuhub.log;

import java.io.IOException;

/** What was asked for still waits for the disk; it is not lost: come back. */
public final class NotYetException extends IOException {
  private static final long serialVersionUID = 1L;

  NotYetException(long after) {
    super("the disk has not yet taken the events after " + after);
  }
}
