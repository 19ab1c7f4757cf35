package io.github.danmuhub.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./danmu simulate} as a user starts it; ended as a user ends it. */
final class SimulatorProcess implements AutoCloseable {
  private static final String READY = "ready ";

  private final Process process;
  private final BufferedReader out;
  private final URI uri;

  private SimulatorProcess(Process process) throws IOException {
    this.process = process;
    out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    uri = ready();
  }

  static SimulatorProcess start(String room) throws IOException {
    Path root = Path.of(System.getProperty("danmu.root", ".."));
    return new SimulatorProcess(
        new ProcessBuilder("./danmu", "simulate", "--port", "0", "--room", room, "--rate", "100")
            .directory(root.toFile())
            .redirectErrorStream(true)
            .start());
  }

  private URI ready() throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      // where the program had to be built first, Maven leaves colour codes in front
      int at = line.indexOf(READY);
      if (at >= 0) {
        return URI.create(line.substring(at + READY.length()));
      }
    }
    throw new IOException("danmu simulate ended before it was ready");
  }

  URI uri() {
    return uri;
  }

  /** Ends it; gives what it lists at its end. */
  List<String> stop() throws IOException, InterruptedException {
    // unlike Process.destroy, this leaves what it still says readable
    process.toHandle().destroy();
    List<String> lines = out.lines().toList();
    process.waitFor(30, TimeUnit.SECONDS);
    return lines;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
