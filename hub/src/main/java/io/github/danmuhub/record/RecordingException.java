package io.github.danmuhub.record;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** A recording cannot be written or read; the message is one line that says what to do. */
public final class RecordingException extends IOException {
  private static final long serialVersionUID = 1;

  public RecordingException(String message) {
    super(message);
  }

  private RecordingException(String message, IOException cause) {
    super(message, cause);
  }

  /** What {@code cause} means to somebody who wanted to write to {@code path}. */
  static RecordingException writing(Path path, IOException cause) {
    return new RecordingException("cannot record to " + path + ": " + words(cause), cause);
  }

  /** What {@code cause} means to somebody who wanted to read {@code path}. */
  static RecordingException reading(Path path, IOException cause) {
    return new RecordingException("cannot read " + path + ": " + words(cause), cause);
  }

  private static String words(IOException cause) {
    String message = String.valueOf(cause.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("disk quota")) {
      return "the disk is full; what is written is safe: free some space and start again";
    }
    if (lower.contains("read-only file system")) {
      return "the file system is read-only; choose another folder";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied; choose another folder or change its owner";
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return "a file of that name is in the way; choose another folder";
    }
    return cause instanceof NoSuchFileException ? "it is not there" : message;
  }
}
