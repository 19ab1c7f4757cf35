package io.github.danmuhub.export;

import java.io.IOException;

/** An export cannot be done as asked; the message is one line that says what to do. */
public final class ExportException extends IOException {
  private static final long serialVersionUID = 1;

  public ExportException(String message) {
    super(message);
  }
}
