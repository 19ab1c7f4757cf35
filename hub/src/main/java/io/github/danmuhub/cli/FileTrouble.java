package io.github.danmuhub.cli;

import io.github.danmuhub.text.Phrase;
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
  static Phrase words(IOException why) {
    if (why instanceof NoSuchFileException) {
      return Phrase.of("file.missing");
    }
    if (why instanceof AccessDeniedException) {
      return Phrase.of("file.denied");
    }
    String reason = why instanceof FileSystemException file ? file.getReason() : why.getMessage();
    return reason == null ? silent(why) : Phrase.said(reason);
  }

  /** For those that say nothing themselves. */
  private static Phrase silent(IOException why) {
    if (why instanceof FileAlreadyExistsException) {
      return Phrase.of("file.exists");
    }
    if (why instanceof NotDirectoryException) {
      return Phrase.of("file.no-folder");
    }
    if (why instanceof DirectoryNotEmptyException) {
      return Phrase.of("file.not-empty");
    }
    if (why instanceof EOFException) {
      return Phrase.of("file.cut");
    }
    return Phrase.of(why instanceof ClosedChannelException ? "file.closed" : "file.silent");
  }
}
