package io.github.danmuhub.kafka.load;

import io.github.danmuhub.kafka.Main;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code danmu-kafka serve --config FILE} in a process of its own, with a folder of its own. */
public final class HubProcess implements AutoCloseable {
  private static final List<String> JVM = List.of("-Xmx256m");

  private final Path dir;
  private final URI simulator;
  private Child child;
  private URI uri = URI.create("http://127.0.0.1");

  private HubProcess(Path dir, URI simulator) throws IOException {
    this.dir = dir;
    this.simulator = simulator;
    this.child = launch();
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param dir its folder, which is made
   * @param yaml its file; {@code LOG} in it stands for a folder that is kept for the next start
   * @param simulator where all of its traffic goes
   */
  public static HubProcess start(Path dir, String yaml, URI simulator) throws IOException {
    Files.createDirectories(dir);
    String log = dir.resolve("log").toString();
    Files.writeString(dir.resolve("danmu.yaml"), yaml.replace("LOG", "'" + log + "'"));
    return new HubProcess(dir, simulator);
  }

  private Child launch() throws IOException {
    Child started =
        Child.start(
            dir.resolve("said.log"),
            JVM,
            Main.class.getName(),
            "serve",
            "--config",
            dir.resolve("danmu.yaml").toString(),
            "--port",
            "0",
            "--simulator",
            simulator.toString());
    uri = URI.create(started.awaitLine("ready "));
    return started;
  }

  /** Where its doors are. */
  public URI uri() {
    return uri;
  }

  /** Bytes that live on its heap, after a collection. */
  public long heap() throws IOException {
    return child.heap();
  }

  /** What it has said so far. */
  public String said() throws IOException {
    return child.said();
  }

  /** What {@code kill -9} does; returns when it is dead. */
  public void kill() {
    child.kill();
  }

  /** Starts it again with its folder; it must be dead. */
  public void startAgain() throws IOException {
    child = launch();
  }

  /** SIGTERM, as a supervisor stops it; how long it took to end. */
  public Duration stop() throws IOException {
    long begun = System.nanoTime();
    child.terminate();
    child.exitCode();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  public void freeze() throws IOException {
    child.freeze();
  }

  public void thaw() throws IOException {
    child.thaw();
  }

  @Override
  public void close() {
    child.close();
  }
}
