package io.github.danmuhub.cli;

import io.github.danmuhub.cookie.NoCookieException;
import io.github.danmuhub.cookie.SavedCookies;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Set;

/**
 * The user's cookie, read from a file that nobody else can read. Its text never reaches a message.
 */
public final class CookieFile {
  /** Of all cookies of a browser. */
  private static final int LIMIT = 4 << 20;

  private CookieFile() {}

  /**
   * Reads it.
   *
   * @param platform whose cookies are taken, where the file holds those of several sites
   * @throws RuntimeException in words, where it cannot be used
   */
  public static Credentials read(Path file, String platform) {
    try {
      if (Files.isDirectory(file)) {
        throw new CommandFailure(Phrase.of("cookie.folder", file));
      }
      refuseIfPublic(file);
      if (!Files.isRegularFile(file)) {
        throw new CommandFailure(Phrase.of("cookie.irregular", file));
      }
      if (Files.size(file) > LIMIT) {
        throw new CommandFailure(Phrase.of("cookie.large", file));
      }
      return new Credentials(
          SavedCookies.header(Files.readAllBytes(file), platform, Instant.now()));
    } catch (NoCookieException e) {
      throw new CommandFailure(Phrase.of("cookie.file", file, e.told()), e);
    } catch (IOException e) {
      throw new CommandFailure(Phrase.of("cookie.unreadable", file, FileTrouble.words(e)), e);
    }
  }

  private static void refuseIfPublic(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (permissions.contains(PosixFilePermission.GROUP_READ)
        || permissions.contains(PosixFilePermission.OTHERS_READ)) {
      throw new CommandFailure(Phrase.of("cookie.public", file));
    }
  }
}
