package io.github.danmuhub.log.segment;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** A recording cannot be written or read; the message is one line that says what to do. */
public final class RecordingException extends IOException implements Told {
  private static final long serialVersionUID = 1;
  private static final String READ_ONLY = "read-only file system";

  private final transient Phrase told;

  /** {@code told} is one line for a person that says what to do. */
  public RecordingException(Phrase told) {
    super(told.toString());
    this.told = told;
  }

  private RecordingException(Phrase told, IOException cause) {
    super(told.toString(), cause);
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }

  /** What {@code cause} means to somebody who wanted to begin to write to {@code path}. */
  public static RecordingException writing(Path path, IOException cause) {
    Phrase told = Phrase.of("recording.begin", path, words(cause), advice(cause));
    return new RecordingException(told, cause);
  }

  /** What {@code cause} means to somebody who is recording to {@code path}. */
  public static RecordingException interrupted(Path path, IOException cause) {
    return new RecordingException(Phrase.of("recording.write", path, words(cause)), cause);
  }

  /** What {@code cause} means to somebody who wanted to read {@code path}. */
  public static RecordingException reading(Path path, IOException cause) {
    return new RecordingException(Phrase.of("file.unreadable", path, words(cause)), cause);
  }

  private static Phrase words(IOException cause) {
    if (isFull(cause)) {
      return Phrase.of("disk.full");
    }
    if (cause instanceof AccessDeniedException) {
      return Phrase.of("file.denied");
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return Phrase.of("disk.in-the-way");
    }
    if (cause instanceof NoSuchFileException) {
      return Phrase.of("disk.absent");
    }
    return has(cause, READ_ONLY) ? Phrase.of("disk.read-only") : Phrase.said(message(cause));
  }

  private static Phrase advice(IOException cause) {
    if (isFull(cause)) {
      return Phrase.of("disk.free");
    }
    return Phrase.of(cause instanceof AccessDeniedException ? "disk.owner" : "disk.another");
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
