package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.simulator.Simulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our own client's traffic with a simulated room, as tools capture it: tshark on the loopback,
 * mitmproxy between both. Each test is skipped in words where its tool is not there, or may not
 * listen.
 */
class RealCapturesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path dir;

  RealCapturesTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void whatTsharkCapturesOfAClientIsReadAsItsFramesAndEvents() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/tshark")), "no tshark here");
    for (String form : List.of("pcap", "pcapng")) {
      Path file = dir.resolve("client." + form);
      try (Simulator simulator = Hosted.scripted(50, "bilibili:545068")) {
        String filter = "tcp port " + simulator.uri().getPort();
        Process tshark =
            started(
                "capturing",
                "/usr/bin/tshark",
                "-i",
                "lo",
                "-f",
                filter,
                "-F",
                form,
                "-w",
                file.toString());
        try {
          String at = simulator.uri().toString();
          awaitAWholeSocket(file, at, tshark);
        } finally {
          stop(tshark);
        }
      }
    }
  }

  @Test
  void whatMitmproxySavesOfAClientIsReadAsItsFramesAndEvents() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mitmdump")), "no mitmdump here");
    Path file = dir.resolve("client.flows");
    try (Simulator simulator = Hosted.scripted(50, "bilibili:545068")) {
      int port = freePort();
      String proxied = "reverse:" + simulator.uri();
      Process mitmdump =
          started(
              "istening at",
              "/usr/bin/mitmdump",
              "--set",
              "confdir=" + dir,
              "--set",
              "keep_host_header=true",
              "--mode",
              proxied,
              "--listen-host",
              "127.0.0.1",
              "-p",
              "" + port,
              "-w",
              file.toString());
      try {
        String at = "http://127.0.0.1:" + port;
        awaitAWholeSocket(file, at, mitmdump);
      } finally {
        stop(mitmdump);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** A tool may begin a moment after it says so: another client more. */
  private static boolean heard(String simulator) {
    Run run =
        Run.danmu(
            "watch",
            "bilibili:545068",
            "--simulator",
            simulator,
            "--only",
            "chat",
            "--json",
            "--limit",
            "5",
            "--for",
            "30s");
    assertThat(run.exit()).as(run.err()).isZero();
    return run.lines().size() == 5;
  }

  /** A tool that may not capture here says so by its end. */
  private static void awaitAWholeSocket(Path file, String at, Process tool) {
    await().atMost(PATIENCE).until(() -> !tool.isAlive() || (heard(at) && holdsAWholeSocket(file)));
    if (!tool.isAlive()) {
      abort("the tool has ended: it may not capture here");
    }
  }

  /** From the client's authentication on: the answer to it, and five chats at least. */
  private static boolean holdsAWholeSocket(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    String out = Run.danmu("inspect", "--json", file.toString()).out();
    Map<Integer, List<JsonNode>> sockets = new TreeMap<>();
    for (JsonNode frame : JSON.readTree(out.isEmpty() ? "{}" : out).path("frames")) {
      sockets
          .computeIfAbsent(frame.path("connection").asInt(), unused -> new ArrayList<>())
          .add(frame);
    }
    return sockets.values().stream().anyMatch(RealCapturesTest::isWhole);
  }

  private static boolean isWhole(List<JsonNode> frames) {
    JsonNode first = frames.get(0);
    return frames.size() > 1
        && first.path("direction").asText().equals("sent")
        && first.path("layers").toString().contains("(hidden)")
        && frames.get(1).path("notes").toString().contains("authentication accepted")
        && frames.stream().allMatch(frame -> frame.path("platform").asText().equals("bilibili"))
        && frames.stream().flatMap(RealCapturesTest::chats).count() >= 5;
  }

  private static Stream<JsonNode> chats(JsonNode frame) {
    Stream.Builder<JsonNode> chats = Stream.builder();
    for (JsonNode event : frame.path("events")) {
      if (event.path("type").asText().equals("chat")) {
        chats.add(event);
      }
    }
    return chats.build();
  }

  /**
   * Started, once it says the word; where it ends before that, the test is skipped with its words.
   */
  private Process started(String word, String... command) throws IOException {
    Path said = Files.createTempFile(dir, "tool", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                Files.readString(said).toLowerCase(Locale.ROOT).contains(word)
                    || !process.isAlive());
    if (!process.isAlive()) {
      abort("it does not run here: " + Files.readString(said));
    }
    return process;
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
