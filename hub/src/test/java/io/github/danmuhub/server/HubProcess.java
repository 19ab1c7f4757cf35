package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * {@code danmu serve} in a process of its own, on a free port. What it says is read at once: a
 * process waits for ever whose pipe is full.
 */
public final class HubProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final String END = "";

  private final Process process;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final int port;

  /**
   * Starts it and waits until it is ready.
   *
   * @param jvm options such as {@code -Xmx256m}
   */
  HubProcess(String... jvm) throws IOException {
    this(
        List.of(jvm),
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "serve",
        "--port",
        "0");
  }

  /** Any program that says {@code ready} and its address. */
  public HubProcess(List<String> jvm, String classPath, String main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread listener = new Thread(this::listen, "process-" + process.pid());
    listener.setDaemon(true);
    listener.start();
    port = URI.create(line("ready ").substring("ready ".length())).getPort();
  }

  private void listen() {
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line + '\n');
      }
    } catch (IOException e) {
      said.add(e + "\n");
    }
    said.add(END);
  }

  /** The next line that it prints and that begins so. */
  String line(String start) throws IOException {
    StringBuilder passed = new StringBuilder();
    try {
      for (String line = next(); !line.equals(END); line = next()) {
        if (line.startsWith(start)) {
          return line.strip();
        }
        passed.append(line);
      }
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted while waiting for '" + start + "'");
    }
    throw new AssertionError("ended, or said nothing more, without '" + start + "': " + passed);
  }

  private String next() throws InterruptedException {
    String line = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return line == null ? END : line;
  }

  public int port() {
    return port;
  }

  /** Time that it has had on the processors so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** Memory that the system gives it, in MiB (Linux). */
  long residentMb() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
      }
    }
    throw new AssertionError("no VmRSS");
  }

  /** What lives in its heap after a collection, in MiB. */
  long heapMb() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process histogram =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram").start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(histogram.getInputStream(), UTF_8))) {
      String total =
          lines.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
      return Long.parseLong(total.split(" +", -1)[2]) >> 20;
    } finally {
      histogram.waitFor();
    }
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Its exit code, once it has ended. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("it runs on");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
