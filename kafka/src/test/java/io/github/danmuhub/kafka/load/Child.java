package io.github.danmuhub.kafka.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM of its own with the classes of the test, which can be killed and frozen. What it says goes
 * into a file: a process whose pipe is full waits for ever. One thread.
 */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LOOK_MS = 50;

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

  private final Process process;
  private final Path said;
  private final long from;

  private Child(Process process, Path said, long from) {
    this.process = process;
    this.said = said;
    this.from = from;
  }

  /**
   * Starts it.
   *
   * @param said what it says is added there
   * @param jvm options such as {@code -Xmx256m}
   */
  static Child start(Path said, List<String> jvm, String main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    long before = Files.exists(said) ? Files.size(said) : 0;
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
            .start();
    return new Child(process, said, before);
  }

  /** Waits for the first line that begins so, and gives what follows in it. */
  String awaitLine(String start) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() - deadline < 0) {
      boolean over = !process.isAlive();
      for (String line : said().lines().toList()) {
        if (line.startsWith(start)) {
          return line.substring(start.length());
        }
      }
      if (over || hasEnded(LOOK_MS)) {
        break;
      }
    }
    throw new IOException("ended, or was too slow, without '" + start + "':\n" + said());
  }

  /** What it has said so far. */
  String said() throws IOException {
    byte[] all = Files.readAllBytes(said);
    return new String(all, (int) from, (int) (all.length - from), UTF_8);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end; false where it runs on. */
  boolean hasEnded(long withinMs) throws IOException {
    try {
      return process.waitFor(withinMs, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
  }

  int exitCode() throws IOException {
    if (!hasEnded(PATIENCE.toMillis())) {
      throw new IOException("it runs on; it said:\n" + said());
    }
    return process.exitValue();
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Its sockets stay open, but nothing answers. */
  void freeze() throws IOException {
    signal("STOP");
  }

  void thaw() throws IOException {
    signal("CONT");
  }

  private void signal(String name) throws IOException {
    Process kill =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start();
    try {
      if (kill.waitFor() != 0) {
        throw new IOException("kill -" + name + " " + process.pid() + " failed");
      }
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Bytes that live on its heap, after a collection. */
  long heap() throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process asked =
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String told = new String(asked.getInputStream().readAllBytes(), UTF_8);
    Matcher total = TOTAL.matcher(told);
    if (!total.find()) {
      throw new IOException("jcmd said:\n" + told);
    }
    return Long.parseLong(total.group(1));
  }

  /** What {@code kill -9} does, frozen or not; returns when it is dead. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
