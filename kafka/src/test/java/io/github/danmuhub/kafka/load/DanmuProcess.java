package io.github.danmuhub.kafka.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.kafka.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program with Kafka in it, in a process of its own, as a supervisor runs it. */
public final class DanmuProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path out;
  private final Path err;

  private DanmuProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts it, and waits until it says that it is ready.
   *
   * @param logs where its output goes
   */
  public static DanmuProcess start(Path logs, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(args));
    Path out = Files.createTempFile(logs, "out", ".txt");
    Path err = Files.createTempFile(logs, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    DanmuProcess danmu = new DanmuProcess(process, out, err);
    try {
      await().atMost(PATIENCE).until(() -> danmu.isReady() || !process.isAlive());
      assertThat(danmu.isReady()).as(danmu.said()).isTrue();
      return danmu;
    } catch (RuntimeException | Error e) {
      danmu.close();
      throw e;
    }
  }

  private boolean isReady() {
    return read(out).endsWith("\n");
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create(read(out).lines().findFirst().orElseThrow().replace("ready ", ""));
  }

  /** What it told people. */
  public String said() {
    return read(err);
  }

  /** What one of its doors answers. */
  public String get(String path) throws IOException {
    try (InputStream in = uri().resolve(path).toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** The sum of a figure of {@code /metrics} over all its labels. */
  public double metric(String name) throws IOException {
    return get("/metrics")
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** What a supervisor does; how long it took to end. */
  public Duration stop() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(said()).isTrue();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** What {@code kill -9} does; returns when it is dead. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
