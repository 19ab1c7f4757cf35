package io.github.danmuhub.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.device.protocol.Move;
import io.github.danmuhub.text.Phrase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/** A hub's devices in a process of its own, which can be killed and stopped. */
final class HubChild implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final Path out;
  private final Path clock;

  private HubChild(Process process, Path out, Path clock) {
    this.process = process;
    this.out = out;
    this.clock = clock;
  }

  /**
   * @param way {@code mqtt:PORT} or {@code serial:PATH}
   */
  static HubChild start(Path dir, String way) throws IOException {
    Path out = Files.createTempFile(dir, "hub", ".txt");
    Path clock = Files.createTempFile(dir, "clock", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HubChild.class.getName(),
                way,
                clock.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    return new HubChild(process, out, clock);
  }

  /** What the child does: {@code arm}, {@code move}, {@code stop} on its standard input. */
  public static void main(String[] args) throws IOException {
    PrintStream say = new PrintStream(System.out, true, UTF_8);
    Path clock = Path.of(args[1]);
    try (Devices devices = Bench.devices(args[0], HubName.ofThisRun(), () -> shifted(clock));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      Device toy = devices.all().get(0);
      Thread shows = new Thread(() -> show(toy, say));
      shows.setDaemon(true);
      shows.start();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        switch (line) {
          case "arm" -> say.println("arm " + toy.arm().join());
          case "move" ->
              toy.move(new Move("laser", 10, 0, 8_000), told -> say.println("told " + told.how()));
          case "stop" -> toy.stopNow(Phrase.foreign("a test"));
          default -> say.println("what is " + line);
        }
      }
    }
  }

  /** What its wall clock shows: a file says by how much it is set forward or back. */
  private static Instant shifted(Path clock) {
    try {
      String minutes = Files.readString(clock, UTF_8).strip();
      return Instant.now()
          .plus(Duration.ofMinutes(minutes.isEmpty() ? 0 : Long.parseLong(minutes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets its wall clock. */
  void setClock(Duration off) throws IOException {
    Path next = clock.resolveSibling(clock.getFileName() + ".next");
    Files.writeString(next, Long.toString(off.toMinutes()));
    Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void show(Device toy, PrintStream say) {
    String before = "";
    while (true) {
      String now = toy.status().state() + " " + (toy.status().heard() ? "heard" : "silent");
      if (!now.equals(before)) {
        say.println(now + " " + toy.status().why());
        before = now;
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  void say(String line) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write((line + "\n").getBytes(UTF_8));
    in.flush();
  }

  String out() throws IOException {
    return Files.readString(out, UTF_8);
  }

  private String last() throws IOException {
    List<String> lines =
        out().lines().filter(line -> line.matches("[A-Z]+ (heard|silent).*")).toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  void await(String state) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(last()).as(out()).startsWith(state));
  }

  void armAndMove() throws IOException {
    await("DISARMED heard");
    say("arm");
    await("ARMED heard");
    say("move");
  }

  /** KILL, STOP, CONT; when that was, in milliseconds of the machine's monotonic clock. */
  long signal(String name) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    assertThat(exit).isZero();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
