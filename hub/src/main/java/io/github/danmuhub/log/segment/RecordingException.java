package io.github.danmuhub.log.segment;

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
  private static final String READ_ONLY = "read-only file system";

  /** {@code message} is one line for a person that says what to do. */
  public RecordingException(String message) {
    super(message);
  }

  private RecordingException(String message, IOException cause) {
    super(message, cause);
  }

  /** What {@code cause} means to somebody who wanted to begin to write to {@code path}. */
  public static RecordingException writing(Path path, IOException cause) {
    String words = "cannot record to %s: %s; %s".formatted(path, words(cause), advice(cause));
    return new RecordingException(words, cause);
  }

  /** What {@code cause} means to somebody who is recording to {@code path}. */
  public static RecordingException interrupted(Path path, IOException cause) {
    String words =
        "cannot write to %s: %s; what is written is safe, and recording goes on as soon as it can"
            .formatted(path, words(cause));
    return new RecordingException(words, cause);
  }

  /** What {@code cause} means to somebody who wanted to read {@code path}. */
  public static RecordingException reading(Path path, IOException cause) {
    return new RecordingException("cannot read " + path + ": " + words(cause), cause);
  }

  private static String words(IOException cause) {
    if (isFull(cause)) {
      return "the disk is full";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return "a file of that name is in the way";
    }
    if (cause instanceof NoSuchFileException) {
      return "it is not there";
    }
    return has(cause, READ_ONLY) ? "the file system is read-only" : message(cause);
  }

  private static String advice(IOException cause) {
    if (isFull(cause)) {
      return "free some space and start again";
    }
    return cause instanceof AccessDeniedException
        ? "choose another folder or change its owner"
        : "choose another folder";
  }

  private static boolean isFull(IOException cause) {
    return has(cause, "no space left") || has(cause, "disk quota");
  }

  /** Java tells most failures of a disk in the system's own words only. */
  private static boolean has(IOException cause, String words) {
    return message(cause).toLowerCase(Locale.ROOT).contains(words);
  }

  private static String message(IOException cause) {
    return String.valueOf(cause.getMessage());
  }
}
