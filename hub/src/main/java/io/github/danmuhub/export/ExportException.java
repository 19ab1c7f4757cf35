package io.github.danmuhub.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** An export cannot be done as asked; the message is one line that says what to do. */
public final class ExportException extends IOException {
  private static final long serialVersionUID = 1;

  public ExportException(String message) {
    super(message);
  }

  private ExportException(String message, IOException cause) {
    super(message, cause);
  }

  /** What {@code cause} means to somebody who wanted to write {@code out}. */
  static ExportException writing(Path out, IOException cause) {
    return new ExportException("cannot write " + out + ": " + words(cause), cause);
  }

  private static String words(IOException cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.toLowerCase(Locale.ROOT).contains("no space left")) {
      return "the disk is full; free some space, or name a file elsewhere";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied; name a file elsewhere";
    }
    if (cause instanceof NoSuchFileException) {
      return "its folder is not there";
    }
    String reason = cause instanceof FileSystemException file ? file.getReason() : null;
    return reason == null ? message : reason;
  }
}
