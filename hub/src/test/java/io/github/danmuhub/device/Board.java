package io.github.danmuhub.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.device.safety.CppToy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code safety.h} in a process of its own, by the machine's clock, as a board would run it. */
final class Board implements AutoCloseable {
  private final Process process;
  private final Path log;

  private Board(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static Board start(Path dir, Socat cable) throws IOException, InterruptedException {
    Path log = dir.resolve("board.log");
    return new Board(CppToy.start(dir, cable.b(), "real", log), log);
  }

  /** Waits until this was its last change; when that was, by the machine's monotonic clock. */
  long awaitLast(String word) {
    await().atMost(Bench.PATIENCE).until(() -> last().endsWith(" " + word));
    return Long.parseLong(last().split(" ", -1)[0]);
  }

  private String last() {
    try {
      List<String> lines = Files.readAllLines(log, UTF_8);
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
