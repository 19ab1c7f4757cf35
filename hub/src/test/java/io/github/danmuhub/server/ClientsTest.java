package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients of docs/clients, run as a reader would run them. */
class ClientsTest {
  private static final Path CLIENTS =
      Path.of(System.getProperty("danmu.root", ".."), "docs", "clients");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path dir;

  @Test
  void theJavaClientPrintsTheChat() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    prints("/api/events/stream?type=chat", "http", java.toString(), "Hub.java");
  }

  @Test
  void theNodeClientPrintsTheChat() throws Exception {
    assumeTrue(runs("node", "--version"), "no node here: the Node client was not run");
    prints("/api/events/stream?type=chat", "http", "node", "hub.mjs");
  }

  @Test
  void thePythonClientPrintsTheChat() throws Exception {
    prints("/ws?type=chat", "ws", Python.with("websockets"), "hub.py");
  }

  private void prints(String path, String scheme, String interpreter, String client)
      throws Exception {
    Path out = dir.resolve("out.txt");
    try (Hub hub = Hub.start()) {
      String url = hub.uri(path).toString().replaceFirst("^http", scheme);
      Process process = start(out, List.of(interpreter, CLIENTS.resolve(client).toString(), url));
      try {
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> {
                  hub.say(1, 1);
                  return Files.readString(out, UTF_8).contains("m1") || !process.isAlive();
                });
        assertThat(Files.readString(out, UTF_8)).contains("chat", "小明", "m1");
      } finally {
        process.destroy();
      }
    }
  }

  private static Process start(Path out, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Dfile.encoding=UTF-8");
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    return builder.redirectOutput(out.toFile()).start();
  }

  private boolean runs(String... command) throws Exception {
    try {
      Process process = start(dir.resolve("probe.txt"), List.of(command));
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
