package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.HubConfigReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The demo's cat toy: rules in a folder that goes with the demo, and the hub's file that names
 * them. Since it is simulated, it is armed without a person.
 */
record DemoToy(Path dir) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int OK = 200;
  private static final int TRIES = 20;
  private static final int PAUSE_MS = 250;

  static DemoToy create() throws IOException {
    Path dir = Files.createTempDirectory("danmu-demo");
    try (InputStream rules = DemoToy.class.getResourceAsStream("demo-rules.yaml")) {
      Files.write(dir.resolve("rules.yaml"), requireNonNull(rules).readAllBytes());
    }
    return new DemoToy(dir);
  }

  /** A hub with a vote that never ends, and a toy that obeys it. */
  HubConfig config(int port) {
    String rules = dir.resolve("rules.yaml").toString().replace("'", "''");
    return HubConfigReader.parse(
        "the demo",
        "server: {port: %d}%nrules: '%s'%ndevices: {toy: {simulated: {}}}%n"
            .formatted(port, rules));
  }

  /** As a person would, by the hub's door; it takes a moment until the toy is heard. */
  void arm(URI hub) {
    Thread arms = new Thread(() -> tryToArm(hub.resolve("/api/devices/toy/arm")), "danmu-arms");
    arms.setDaemon(true);
    arms.start();
  }

  private static void tryToArm(URI door) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest arm =
        HttpRequest.newBuilder(door).timeout(PATIENCE).POST(BodyPublishers.noBody()).build();
    try {
      for (int i = 0; i < TRIES; i++) {
        if (client.send(arm, BodyHandlers.ofString(UTF_8)).statusCode() == OK) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      }
    } catch (IOException over) {
      // the demo has ended
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(dir);
  }
}
