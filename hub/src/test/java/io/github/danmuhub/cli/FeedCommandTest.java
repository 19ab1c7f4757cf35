package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.danmuhub.feed.FeedPlatform;
import io.github.danmuhub.feed.FeedReader;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites that files describe, over real sockets. */
class FeedCommandTest {
  private static final int TUTORIALS_PORT = 7001;
  private static final Path EXAMPLES =
      Path.of(System.getProperty("danmu.root", ".."), "examples", "feeds");
  private static final String KUAIXUN = EXAMPLES.resolve("kuaixun.yaml").toString();

  private final Path dir;

  FeedCommandTest(@TempDir Path dir) {
    this.dir = dir;
  }

  /** Its other side, on that port. */
  static Simulator simulator(int port, FeedPlatform feed) throws IOException {
    SimulationOptions options =
        new SimulationOptions(
            List.of(new SimulatedRoom(feed.firstRoom(), List.of())),
            Rules.TODAY,
            20,
            1,
            false,
            PendingFaults.none());
    return Simulator.start(List.of(feed), new SimulatorOptions(port, options));
  }

  private static Simulator kuaixun() throws IOException {
    return simulator(0, FeedReader.read(EXAMPLES.resolve("kuaixun.yaml")));
  }

  @Test
  void theNewsWireIsHeard() throws IOException {
    try (Simulator simulator = kuaixun()) {
      Run run =
          Run.danmu(
              "feed", KUAIXUN, "--simulator", simulator.uri().toString(), "--json", "--limit", "8");
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out())
          .contains("\"type\":\"notice\",\"platform\":\"kuaixun\",\"room\":\"main\"");
    }
  }

  @Test
  void theNewsWireIsHeardCompressedToo() throws IOException {
    FeedPlatform feed = FeedReader.read(EXAMPLES.resolve("kuaixun.yaml")).deflating();
    try (Simulator simulator = simulator(0, feed)) {
      Run run =
          Run.danmu(
              "feed", KUAIXUN, "--simulator", simulator.uri().toString(), "--json", "--limit", "8");
      assertThat(run.out())
          .contains("\"type\":\"notice\"")
          .doesNotContain("\"type\":\"malformed\"");
    }
  }

  @Test
  void whereItStandsIsASetting() throws IOException {
    try (Simulator simulator = kuaixun()) {
      String host = "kuaixun.host=" + simulator.uri().getAuthority();
      Run run = Run.danmu("feed", KUAIXUN, "-o", host, "--json", "--limit", "8");
      assertThat(run.out()).contains("\"type\":\"notice\"");
    }
  }

  @Test
  void oneFileAndNoJavaMakesANewPlatform() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("cats.yaml"),
            """
            feed: 1
            id: cats
            rooms: {first: garden}
            socket:
              url: wss://cats.example/rooms/{room}
              send: '{"hello":"{room}"}'
            decode: [json]
            events:
              - {type: chat, when: {$.t: 1}, id: $.i, time: $.at, user: $.u, user_id: $.n, text: $.say}
            """);
    try (Simulator simulator = simulator(0, FeedReader.read(file))) {
      String at = simulator.uri().toString();
      Run run =
          Run.danmu(
              "watch",
              "cats:garden",
              "--feed",
              file.toString(),
              "--simulator",
              at,
              "--json",
              "--only",
              "chat",
              "--limit",
              "5");
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.lines()).hasSize(5).allMatch(line -> line.contains("\"platform\":\"cats\""));
      String out = dir.resolve("recorded").toString();
      Run record =
          Run.danmu(
              "record",
              "cats:garden",
              "--feed",
              file.toString(),
              "--simulator",
              at,
              "--frames",
              "--out",
              out,
              "--for",
              "2s");
      assertThat(record.exit()).as(record.err()).isZero();
      assertThat(Run.danmu("stats", out).out()).contains("cats");
      Run doctor =
          Run.danmu(
              "doctor", "cats:garden", "--feed", file.toString(), "--simulator", at, "--for", "1s");
      assertThat(doctor.exit()).as(doctor.out()).isZero();
    }
  }

  @Test
  void theTutorialsNewsWireClientRunsAsItIs() throws Exception {
    Seed.file("seed_003.py");
    try (Simulator simulator = tutorials()) {
      List<String> lines =
          Seed.run("seed_003.py", "requests, websocket", Path.of("."), "KUAIXUN", 1);
      assertThat(lines).last().asString().contains("\"cmd\":\"KUAIXUN\"").contains("content");
      assertThat(simulator.tallies().get("kuaixun"))
          .containsEntry("lookups", 1L)
          .doesNotContainKey("other words than the first");
    }
  }

  private static Simulator tutorials() {
    try {
      return simulator(TUTORIALS_PORT, FeedReader.read(EXAMPLES.resolve("kuaixun.yaml")));
    } catch (IOException taken) {
      return abort("the tutorials' port is taken: " + taken.getMessage());
    }
  }

  @Test
  void whatIsWrongWithAFileIsOneLineWithItsPlace() throws IOException {
    Path file = Files.writeString(dir.resolve("bad.yaml"), "feed: 1\nid: bad\nsockt: {}\n");
    Run run = Run.danmu("feed", file.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("danmu: " + file + ", line 3: sockt: unknown key")
        .hasLineCount(1);
    Path twin =
        Files.writeString(
            dir.resolve("twin.yaml"),
            """
            feed: 1
            id: huya
            socket: {url: 'ws://a.example/'}
            decode: json
            events: {type: chat, text: $.a}
            """);
    assertThat(Run.danmu("feed", twin.toString()).err())
        .contains("there is a platform 'huya' already: choose another id");
    assertThat(Run.danmu("feed", KUAIXUN, "-o", "kuaixun.hots=x").err())
        .contains("kuaixun has no setting hots: it has host");
  }

  @Test
  void onlyASiteOfAFeedCanBeToldToDeflate() {
    Run run =
        Run.danmu("simulate", "--room", "bilibili:1", "-o", "bilibili.deflate=on", "--for", "10ms");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("simulate knows FEED.deflate=on, or off, of a site given by --feed");
    Run good =
        Run.danmu(
            "simulate",
            "--feed",
            KUAIXUN,
            "--room",
            "kuaixun:main",
            "-o",
            "kuaixun.deflate=on",
            "--for",
            "10ms");
    assertThat(good.exit()).as(good.err()).isZero();
    assertThat(good.out()).startsWith("ready http://127.0.0.1:");
  }

  @Test
  void aHubOpensRoomsOfTheFeedsThatItsFileNames() throws IOException {
    try (Simulator simulator = kuaixun()) {
      Path config =
          Files.writeString(
              dir.resolve("danmu.yaml"),
              "feeds: ['%s']\nrooms: ['kuaixun:main']\nserver: {port: 0}\n".formatted(KUAIXUN));
      Run run =
          Run.danmu(
              "serve",
              "--config",
              config.toString(),
              "--simulator",
              simulator.uri().toString(),
              "--for",
              "1s");
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(simulator.tallies().get("kuaixun")).containsKey("sockets");
    }
  }
}
