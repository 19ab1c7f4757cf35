package io.github.danmuhub.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Two pseudo-terminals that are one serial cable. */
public final class Socat implements AutoCloseable {
  private static final Path BINARY = Path.of("/usr/bin/socat");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path dir;
  private Process process;

  private Socat(Path dir, Process process) {
    this.dir = dir;
    this.process = process;
  }

  /** The test is skipped in words where it is not installed. */
  public static Socat start(Path dir) throws IOException {
    assumeTrue(Files.isExecutable(BINARY), "no socat: apt-get install socat");
    return new Socat(dir, run(dir));
  }

  private static Process run(Path dir) throws IOException {
    Process process =
        new ProcessBuilder(BINARY.toString(), end(dir, "a"), end(dir, "b"))
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("socat.log").toFile())
            .start();
    await()
        .atMost(PATIENCE)
        .until(() -> Files.exists(dir.resolve("a")) && Files.exists(dir.resolve("b")));
    return process;
  }

  private static String end(Path dir, String name) {
    return "pty,raw,echo=0,link=" + dir.resolve(name);
  }

  public Path a() {
    return dir.resolve("a");
  }

  public Path b() {
    return dir.resolve("b");
  }

  /** It stands still, and so nobody reads. */
  public void stop() throws IOException, InterruptedException {
    signal("STOP");
  }

  void signal(String name) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    assertThat(exit).isZero();
  }

  /** Both ends vanish. */
  void pull() throws InterruptedException {
    process.destroy();
    process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  void again() throws IOException {
    process = run(dir);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
