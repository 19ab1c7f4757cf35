package io.github.danmuhub.log.segment;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.github.danmuhub.text.Phrase;
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
      throw new RecordingException(Phrase.of("recording.link", file));
    }
    if (!Files.isRegularFile(file)) {
      throw irregular(file, "recording.irregular");
    }
  }

  /**
   * Lets pass a file that a person named, wherever it is.
   *
   * @throws RecordingException for a FIFO or a device; one line that says what to do
   */
  public static void checkNamed(Path file) throws RecordingException {
    if (!Files.isRegularFile(file)) {
      throw irregular(file, "recording.irregular-named");
    }
  }

  private static RecordingException irregular(Path file, String key) {
    return new RecordingException(Phrase.of(key, file));
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
