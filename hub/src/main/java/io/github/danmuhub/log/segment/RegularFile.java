package io.github.danmuhub.log.segment;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Only plain files are a recording's: a FIFO would hold us up for ever, a device gives no end, and
 * a link may lead out of the folder, to what is somebody else's. Any thread.
 */
public final class RegularFile {
  private RegularFile() {}

  /**
   * Lets pass a plain file, a link to one beside it, and a name that is still free.
   *
   * @throws RecordingException for anything else; one line that says what to do
   */
  public static void check(Path file) throws IOException {
    BasicFileAttributes found;
    try {
      found = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
    } catch (NoSuchFileException free) {
      return;
    }
    if (found.isSymbolicLink() && !staysInFolder(file)) {
      throw new RecordingException(file + " is a link out of its folder: move it away");
    }
    if (!Files.isRegularFile(file)) {
      throw irregular(file, "move it away");
    }
  }

  /**
   * Lets pass a file that a person named, wherever it is.
   *
   * @throws RecordingException for a FIFO or a device; one line that says what to do
   */
  public static void checkNamed(Path file) throws RecordingException {
    if (!Files.isRegularFile(file)) {
      throw irregular(file, "copy what it gives into one");
    }
  }

  private static RecordingException irregular(Path file, String advice) {
    return new RecordingException(file + " is no regular file: " + advice);
  }

  private static boolean staysInFolder(Path link) throws IOException {
    Path folder = link.toAbsolutePath().getParent();
    try {
      return folder != null && folder.toRealPath().equals(link.toRealPath().getParent());
    } catch (NoSuchFileException dangling) {
      return false;
    }
  }
}
