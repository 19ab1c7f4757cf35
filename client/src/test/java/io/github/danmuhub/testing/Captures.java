package io.github.danmuhub.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the real captures are: the folder that {@code DANMU_CAPTURES} names (set, it must be
 * there), by default {@code ../shared/captures}; where that is absent, the test is skipped in
 * words.
 */
public final class Captures {
  private Captures() {}

  /** The folder; aborts the calling test where there is none. */
  public static Path dir() {
    String named = System.getenv("DANMU_CAPTURES");
    if (named != null && !named.isEmpty()) {
      Path dir = Path.of(named);
      assertTrue(Files.isDirectory(dir), "DANMU_CAPTURES names no folder: " + dir);
      return dir;
    }
    Path dir = Path.of(System.getProperty("danmu.root", ".."), "..", "shared", "captures");
    assumeTrue(Files.isDirectory(dir), "no captures: set DANMU_CAPTURES to their folder");
    return dir;
  }
}
