package io.github.danmuhub.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's MQTT broker, in a process of its own, on a port of its own. */
public final class Mosquitto implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path dir;
  private final int port;
  private Process process;

  private Mosquitto(Path dir, int port, Process process) {
    this.dir = dir;
    this.port = port;
    this.process = process;
  }

  /** The test is skipped in words where it is not installed. */
  public static Mosquitto start(Path dir) throws IOException {
    return start(dir, List.of("allow_anonymous true"));
  }

  /** One that is spoken to by TLS, and by {@code hub} with its password alone. */
  static Mosquitto guarded(Path dir, Certificates own, String password)
      throws IOException, InterruptedException {
    assumeTrue(binary().isPresent(), "no mosquitto: apt-get install mosquitto");
    Path passwords = Files.writeString(dir.resolve("passwords"), "hub:" + password + "\n");
    Programs.run("mosquitto_passwd", "-U", passwords.toString());
    return start(
        dir,
        List.of(
            "allow_anonymous false",
            "password_file " + passwords,
            "certfile " + own.certificate(),
            "keyfile " + own.key()));
  }

  private static Mosquitto start(Path dir, List<String> more) throws IOException {
    assumeTrue(binary().isPresent(), "no mosquitto: apt-get install mosquitto");
    int port = freePort();
    List<String> lines = new ArrayList<>(List.of("listener " + port + " 127.0.0.1"));
    lines.add("persistence false");
    if (System.getProperty("user.name").equals("root")) {
      lines.add("user root"); // else it could not read what belongs to us
    }
    lines.addAll(more);
    Files.write(dir.resolve("mosquitto.conf"), lines);
    return new Mosquitto(dir, port, run(dir, port));
  }

  private static Optional<String> binary() {
    return Stream.of(
            "/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/opt/homebrew/sbin/mosquitto")
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Process run(Path dir, int port) throws IOException {
    Process process =
        new ProcessBuilder(binary().orElseThrow(), "-c", dir.resolve("mosquitto.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("mosquitto.log").toFile())
            .start();
    await().atMost(PATIENCE).until(() -> listens(port));
    return process;
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  /** STOP, CONT, KILL. */
  void signal(String name) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    assertThat(exit).isZero();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** On the same port, with nothing of before. */
  void again() throws IOException {
    process = run(dir, port);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
