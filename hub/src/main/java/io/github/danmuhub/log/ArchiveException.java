package io.github.danmuhub.log;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** The archive cannot be used; the message says which, why and what to do, in one line. */
public final class ArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  ArchiveException(Path archive, String why) {
    super(archive + ": " + why);
  }

  private ArchiveException(String message, Exception cause) {
    super(message, cause);
  }

  /** What {@code cause} means to somebody who named {@code archive}. */
  static ArchiveException unusable(Path archive, Exception cause) {
    return new ArchiveException(
        "%s: cannot be used as the hub's archive: %s; name another file as server.archive"
            .formatted(archive, words(cause)),
        cause);
  }

  private static String words(Exception cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    return cause instanceof FileAlreadyExistsException
        ? "a file is where its folder should be"
        : String.valueOf(cause.getMessage());
  }
}
