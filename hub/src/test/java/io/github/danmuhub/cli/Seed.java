package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.Python;
import io.github.danmuhub.testing.Captures;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The tutorials' own programs, beside the captures; started as they are, they run for ever. */
final class Seed {
  private static final int PATIENCE_S = 40;

  private Seed() {}

  /** A file of theirs; aborts the calling test where there is none. */
  static Path file(String name) {
    Path file = Captures.dir().resolve("../tutorials").normalize().resolve(name);
    assumeTrue(Files.isRegularFile(file), "no tutorials beside the captures");
    return file;
  }

  /**
   * Its lines, until as many begin with {@code sign} as are wanted; all that it wrote where it ends
   * before, or takes too long.
   *
   * @param imports where it finds the modules that no registry has
   */
  static List<String> run(String name, String modules, Path imports, String sign, int wanted)
      throws IOException {
    ProcessBuilder python = new ProcessBuilder(Python.with(modules), "-u", file(name).toString());
    python.environment().put("PYTHONPATH", imports.toString());
    python.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process seed = python.redirectErrorStream(true).start();
    CompletableFuture<Void> watch =
        CompletableFuture.runAsync(
            seed::destroyForcibly, CompletableFuture.delayedExecutor(PATIENCE_S, TimeUnit.SECONDS));
    try (BufferedReader out = seed.inputReader(UTF_8)) {
      return until(wanted, sign, out);
    } finally {
      watch.cancel(false);
      seed.destroyForcibly();
    }
  }

  private static List<String> until(int wanted, String sign, BufferedReader out)
      throws IOException {
    List<String> lines = new ArrayList<>();
    int seen = 0;
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      seen += line.contains(sign) ? 1 : 0;
      if (seen == wanted) {
        break;
      }
    }
    return lines;
  }
}
