package io.github.danmuhub.log.segment;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which file it is that somebody holds open, whatever its name tells by now: what is written to a
 * removed one is taken by the system without a word, and is gone. Any thread.
 *
 * @param key the system's; null where it has none, so that only the name counts
 */
public record FileIdentity(Path path, @Nullable Object key) {

  /** Of the file that is called so now; it has to stay open, since keys are given again. */
  public static FileIdentity of(Path path) throws IOException {
    return new FileIdentity(path, key(path));
  }

  private static @Nullable Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS).fileKey();
  }

  /** Whether the name still leads to it. A disk that does not answer has not lost it. */
  public boolean isStill() {
    try {
      return Objects.equals(key, key(path));
    } catch (IOException e) {
      return !isGone(path);
    }
  }

  /** A file where the folder was hides what was in it as well. */
  private static boolean isGone(Path path) {
    Path folder = path.getParent();
    boolean replaced = folder != null && Files.exists(folder) && !Files.isDirectory(folder);
    return replaced || Files.notExists(path, NOFOLLOW_LINKS);
  }
}
