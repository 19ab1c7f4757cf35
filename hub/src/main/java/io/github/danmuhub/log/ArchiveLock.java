package io.github.danmuhub.log;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/** At most one hub an archive; the operating system frees the lock of a killed one. */
final class ArchiveLock implements Closeable {
  private final FileChannel channel;

  private ArchiveLock(FileChannel channel) {
    this.channel = channel;
  }

  static ArchiveLock take(Path archive) throws ArchiveException {
    try {
      FileChannel channel = open(archive);
      if (!isTaken(channel)) {
        return new ArchiveLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw ArchiveException.unusable(archive, e);
    }
    throw new ArchiveException(
        archive, "another danmu uses this archive; stop it, or name another as server.archive");
  }

  private static FileChannel open(Path archive) throws IOException {
    Path parent = archive.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return FileChannel.open(archive.resolveSibling(archive.getFileName() + ".lock"), CREATE, WRITE);
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      return true; // by this very process
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
