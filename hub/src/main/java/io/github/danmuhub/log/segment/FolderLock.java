package io.github.danmuhub.log.segment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At most one writer a folder; the operating system frees the lock of a killed one. It is held by
 * two files, so that nobody gets in where a person removes the one that looks left over; and what
 * is removed is made again. One thread at a time.
 */
public final class FolderLock implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

  /** The hidden one is opened last: who is refused by the other has not touched it. */
  private static final List<String> NAMES = List.of("recorder.lock", ".recorder.lock");

  private final Path dir;
  private final List<LockFile> files;

  private FolderLock(Path dir, List<LockFile> files) {
    this.dir = dir;
    this.files = files;
  }

  /** Whether one of the two files is called so. */
  public static boolean isNameOfOne(String file) {
    return NAMES.contains(file);
  }

  /**
   * Takes the folder, made where it is absent.
   *
   * @throws RecordingException where another writer has it
   */
  public static FolderLock take(Path dir) throws IOException {
    Files.createDirectories(dir);
    List<LockFile> taken = new ArrayList<>();
    try {
      for (String name : NAMES) {
        taken.add(LockFile.take(dir.resolve(name)));
      }
    } catch (IOException e) {
      for (LockFile file : taken) {
        file.close();
      }
      throw e;
    }
    return new FolderLock(dir, taken);
  }

  public Path dir() {
    return dir;
  }

  /** Whether nothing is left of it: the folder was removed or replaced, or emptied. */
  public boolean isGone() {
    return files.stream().noneMatch(LockFile::isStill);
  }

  /**
   * To be called before each write: takes again what was removed of it, in a folder that is made
   * again too.
   *
   * @throws RecordingException where another writer was faster: nothing may be written then
   */
  public void hold() throws IOException {
    List<Path> again = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      LockFile file = files.get(i);
      if (!file.isStill()) {
        Files.createDirectories(dir);
        files.set(i, LockFile.take(file.path()));
        file.close();
        again.add(file.path());
      }
    }
    if (!again.isEmpty()) {
      LOG.warn("removed or replaced, and made again to keep other recorders out: {}", again);
    }
  }

  @Override
  public void close() throws IOException {
    for (LockFile file : files) {
      file.close();
    }
  }
}
