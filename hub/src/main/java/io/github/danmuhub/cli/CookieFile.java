package io.github.danmuhub.cli;

import io.github.danmuhub.platform.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * The user's cookie, read from a file that nobody else can read. Its text never reaches a message.
 */
final class CookieFile {
  private static final int LIMIT = 16 << 10;

  private CookieFile() {}

  static Credentials read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new CommandFailure(file + " is a folder: name the file that holds the cookie");
      }
      refuseIfPublic(file);
      if (Files.size(file) > LIMIT) {
        throw new CommandFailure(file + " is no cookie: it is larger than 16 KiB");
      }
      String cookie = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (cookie.isEmpty() || cookie.chars().anyMatch(Character::isISOControl)) {
        throw new CommandFailure(
            file + " is no cookie: one line such as 'SESSDATA=…; bili_jct=…' is expected");
      }
      return new Credentials(cookie);
    } catch (IOException e) {
      throw new CommandFailure(
          "cannot read the cookie file " + file + ": " + FileTrouble.words(e), e);
    }
  }

  private static void refuseIfPublic(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (permissions.contains(PosixFilePermission.GROUP_READ)
        || permissions.contains(PosixFilePermission.OTHERS_READ)) {
      throw new CommandFailure(
          "others can read the cookie file " + file + ": run 'chmod 600 " + file + "' first");
    }
  }
}
