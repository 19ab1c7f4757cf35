package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.simulator.Simulator;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
  @TempDir Path dir = Path.of("");

  private String config(String yaml) {
    try {
      return Files.writeString(dir.resolve("danmu.yaml"), yaml).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertOneLine(Run run, int exit, String... words) {
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.err()).hasLineCount(1).contains(words).doesNotContain("Exception", "--debug");
  }

  @Test
  void aSecondHubOnOneArchiveIsToldSoInOneLine() throws Exception {
    String config = config("server: {port: 0, archive: %s}".formatted(dir.resolve("log")));
    Process first =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--config",
                config)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(first.getInputStream(), UTF_8))) {
      assertThat(out.readLine()).startsWith("ready http://127.0.0.1:");
      assertOneLine(
          Run.danmu("serve", "--config", config),
          1,
          "another danmu writes to " + dir.resolve("log") + ": stop it, or choose another folder");
    } finally {
      first.destroy();
      first.waitFor();
    }
    assertThat(Run.danmu("serve", "--config", config, "--for", "1ms").exit()).isZero();
  }

  @Test
  void aHubAmongManyIsAnotherArtifactsToRun() {
    String config = config("server: {archive: log}\nkafka: {}\n");
    assertOneLine(
        Run.danmu("serve", "--config", config),
        2,
        "danmu.yaml, line 2, column 1: kafka: an artifact of its own, danmu-kafka, does this");
  }

  @Test
  void whereTheArchiveIsIsToldItsFolderIsMadeAsTheRecordersIs() {
    Path archive = dir.resolve("absent").resolve("log");
    String config = config("server: {port: 0, archive: %s}".formatted(archive));
    assertOneLine(
        Run.danmu("serve", "--config", config, "--for", "1ms"), 0, "the log is kept in " + archive);
    assertThat(archive).exists();
  }

  @Test
  void theSqliteFileOfAnEarlierHubIsRefusedWithWhatToWriteInstead() throws Exception {
    Path file = Files.writeString(dir.resolve("hub.db"), "SQLite format 3");
    String config = config("server: {port: 0, archive: %s}".formatted(file));
    assertOneLine(
        Run.danmu("serve", "--config", config, "--for", "1ms"),
        2,
        "server.archive: " + file + " is a file, and it names a folder now: name another");
    assertThat(file).hasContent("SQLite format 3");
  }

  @Test
  void whatIsRecordedIsTheLogThatCursorsReachBackInto() throws Exception {
    Path folder = dir.resolve("recorded");
    String config = config("server: {port: 0}\nrecord: {dir: %s}\n".formatted(folder));
    assertThat(Run.danmu("serve", "--config", config, "--for", "1ms").exit()).isZero();
    assertThat(folder.resolve("log.json")).content().contains("\"clean\":true");
  }

  @Test
  void aPortThatIsTakenIsToldInOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertOneLine(
          Run.danmu("serve", "--port", port), 1, "127.0.0.1:" + port, "choose another port");
    }
  }

  @Test
  void aRoomOfNoPlatformIsWrongUsageInOneLine() {
    assertOneLine(Run.danmu("serve", "--port", "0", "--room", "nowhere:1"), 2, "'nowhere:1'");
  }

  @Test
  void whatNoPlatformKnowsIsRefusedBeforeADoorOpensWithItsPlace() throws Exception {
    Map<String, String> files =
        Map.of(
            "server: {port: 0}\nplatforms:\n  bilibili: {protover: 3, transport: pigeon}\n",
            "danmu.yaml, line 3, column 27: bilibili.transport is wss, ws or tcp",
            "platforms:\n  bilibili: {cookie-file: nope}\n",
            "danmu.yaml, line 2, column 14: cannot read the cookie file nope",
            "platforms:\n  douyin: {signature: url}\n",
            "danmu.yaml, line 2, column 12: this douyin.signature needs",
            "platforms:\n  youtube: {}\n",
            "danmu.yaml, line 2, column 3: no platform 'youtube'; there are bilibili, douyin",
            "rooms:\n- bilibili:1\n- foo\n",
            "danmu.yaml, line 3, column 3: no platform knows the room 'foo'",
            "server: {port: 70000}\n",
            "danmu.yaml, line 1, column 10: server.port must be 0 to 65535");
    files.forEach(
        (yaml, words) -> {
          Run run = Run.danmu("serve", "--config", config(yaml), "--for", "1ms");
          assertOneLine(run, 2, words);
          assertThat(run.out()).isEmpty();
        });
    Run run = Run.danmu("serve", "--port", "0", "-o", "bilibili.transport=pigeon");
    assertOneLine(run, 2, "danmu: bilibili.transport is wss, ws or tcp");
  }

  @Test
  void aSettingOfTheCommandLineGoesBeforeTheFilesEvenWhereThatIsRefused() {
    String config = config("server: {port: 0}\nplatforms: {bilibili: {transport: pigeon}}");
    Run run =
        Run.danmu("serve", "--config", config, "-o", "bilibili.transport=tcp", "--for", "1ms");
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void moreRoomsThanTheLimitAreToldInOneLine() throws Exception {
    String config =
        config("server: {port: 0, limits: {rooms: 1}}\nrooms: [bilibili:1, bilibili:2]");
    Run run = Run.danmu("serve", "--config", config, "--simulator", "http://127.0.0.1:1");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .endsWith(
            "danmu.yaml, line 2, column 1: rooms are 2, and at most 1 are open at once:"
                + " name fewer, or raise server.limits.rooms");
  }

  @Test
  void stderrTellsWhichRoomsAreHeardAndWhichAreNotThoseAddedByHttpToo() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
    try (Simulator simulator = Hosted.scripted(20, "bilibili:545068")) {
      String serve = "serve --port 0 --room bilibili:999 --for 60s --simulator " + simulator.uri();
      Thread hub = new Thread(() -> Main.run(console, serve.split(" ")), "hub under test");
      hub.start();
      try {
        awaitText(out, "ready ");
        awaitText(err, "bilibili:999");
        assertThat(err.toString(UTF_8)).contains("does not exist").doesNotContain("545068");
        URI rooms = URI.create(out.toString(UTF_8).strip().substring(6) + "/api/rooms");
        HttpRequest add =
            HttpRequest.newBuilder(rooms)
                .POST(HttpRequest.BodyPublishers.ofString("{\"room\":\"bilibili:545068\"}"))
                .build();
        HttpClient.newHttpClient().send(add, HttpResponse.BodyHandlers.discarding());
        awaitText(err, "bilibili:545068");
      } finally {
        hub.interrupt();
        hub.join();
      }
    }
  }

  private static void awaitText(ByteArrayOutputStream from, String text) {
    await().atMost(Duration.ofSeconds(60)).until(() -> from.toString(UTF_8).contains(text));
  }

  @Test
  void theFileAsksForFramesToo() throws Exception {
    Path recorded = dir.resolve("recorded");
    String config =
        config("rooms: ['bilibili:545068']\nrecord: {dir: %s, frames: true}".formatted(recorded));
    try (Simulator simulator = Hosted.scripted(20, "bilibili:545068")) {
      String serve = "serve --config %s --port 0 --for 500ms --simulator %s";
      String[] args = serve.formatted(config, simulator.uri()).split(" ");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                Run run = Run.danmu(args);
                assertThat(run.exit()).as(run.err()).isZero();
                return hasCapture(recorded);
              });
    }
  }

  private static boolean hasCapture(Path recorded) throws IOException {
    try (Stream<Path> files = Files.list(recorded)) {
      return files.anyMatch(file -> file.toString().endsWith("-bilibili-545068.frames.jsonl"));
    }
  }
}
