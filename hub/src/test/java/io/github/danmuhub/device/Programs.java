package io.github.danmuhub.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Programs of this machine that tests ask for help. */
final class Programs {
  private Programs() {}

  /** Runs it to its end; the test is skipped in words where it is not installed. */
  static void run(String... command) throws IOException, InterruptedException {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    assumeTrue(
        Arrays.stream(path.split(":", -1)).anyMatch(dir -> new File(dir, command[0]).canExecute()),
        "no " + command[0] + " here");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
