package io.github.danmuhub.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be used, in words: the JDK's own message is often the name only. */
final class FileTrouble {
  private FileTrouble() {}

  /** Such as {@code no such file}; the file itself is not named. */
  static String words(IOException why) {
    if (why instanceof NoSuchFileException) {
      return "no such file";
    }
    if (why instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = why instanceof FileSystemException file ? file.getReason() : why.getMessage();
    return reason == null ? why.getClass().getSimpleName() : reason;
  }
}
