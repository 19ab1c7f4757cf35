package io.github.danmuhub.cli;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

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
    return reason == null ? silent(why) : reason;
  }

  /** For those that say nothing themselves. */
  private static String silent(IOException why) {
    if (why instanceof FileAlreadyExistsException) {
      return "it is there already";
    }
    if (why instanceof NotDirectoryException) {
      return "it is no folder";
    }
    if (why instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    if (why instanceof EOFException) {
      return "it is cut off";
    }
    return why instanceof ClosedChannelException
        ? "it was closed meanwhile"
        : "it failed, and the system gives no reason";
  }
}
