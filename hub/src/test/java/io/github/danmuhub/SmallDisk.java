package io.github.danmuhub;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real file system of a few KiB, where the tests run as root on Linux; else they are skipped. */
public final class SmallDisk implements AutoCloseable {
  private final Path dir;
  private final long bytes;

  private SmallDisk(Path dir, long bytes) {
    this.dir = dir;
    this.bytes = bytes;
  }

  public static SmallDisk mount(Path parent, long bytes) throws IOException {
    Path dir = Files.createDirectory(parent.resolve("small-disk"));
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "danmu-test", dir.toString());
    assumeTrue(mounted, "a small disk can be mounted by root on Linux only");
    return new SmallDisk(dir, bytes);
  }

  public Path dir() {
    return dir;
  }

  /** A file that leaves so many bytes. */
  public Path fill(int left) throws IOException {
    return Files.write(dir.resolve("ballast"), new byte[Math.toIntExact(bytes - left)]);
  }

  /** A file that leaves next to nothing. */
  public Path fillUp() throws IOException {
    return Files.write(
        dir.resolve("ballast"), new byte[Math.toIntExact(dir.toFile().getUsableSpace()) - 8_192]);
  }

  public void makeReadOnly() {
    assumeTrue(run("mount", "-o", "remount,ro", dir.toString()), "the disk stays writable");
  }

  private static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    run("umount", dir.toString());
  }
}
