package io.github.danmuhub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Scripts of the tutorials' shape, run by a Python that has the module they need. */
public final class Python {
  private Python() {}

  /** Runs {@code src/test/resources/SCRIPT}; the test is skipped in words where no Python can. */
  public static List<String> run(String module, String script, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(with(module), resource(script).toString()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    process.waitFor();
    return lines;
  }

  /** A Python that has this module; the test is skipped in words where there is none. */
  public static String with(String module) {
    Optional<String> python =
        Stream.of("/usr/bin/python3", "python3").filter(p -> has(p, module)).findFirst();
    assumeTrue(python.isPresent(), "no python3 with the module " + module);
    return python.get();
  }

  private static Path resource(String script) {
    return Path.of(
        System.getProperty("danmu.root", ".."), "hub", "src", "test", "resources", script);
  }

  private static boolean has(String python, String module) {
    try {
      return new ProcessBuilder(python, "-c", "import " + module)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
