package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command line in the documents works: against a simulator, for a moment, in a folder of its
 * own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocsTest {
  private static final Path ROOT = Path.of(System.getProperty("danmu.root", ".."));
  private static final List<String> ROOMS =
      List.of("bilibili:21452505", "bilibili:545068", "douyin:80017709309", "huya:lpl");
  private static final List<String> FEEDS =
      List.of("kuaixun.yaml", "exchange.yaml", "socketio.yaml", "signed.yaml", "polled.yaml");
  private static final Set<String> TO_THE_NETWORK =
      Set.of("watch", "record", "doctor", "serve", "feed");
  private static final Set<String> FOR_A_WHILE =
      Set.of(
          "watch",
          "record",
          "doctor",
          "serve",
          "simulate",
          "demo",
          "feed",
          "device",
          "replay",
          "capture");

  private final Path dir;
  private final Simulator simulator;

  DocsTest(@TempDir Path dir) {
    this.dir = dir;
    FeedOptions feeds = new FeedOptions();
    FEEDS.forEach(name -> feeds.add(ROOT.resolve("examples/feeds").resolve(name)));
    List<SimulatedRoom> rooms = new ArrayList<>();
    ROOMS.forEach(room -> rooms.add(new SimulatedRoom(Platforms.parse(room), List.of())));
    feeds.feeds().forEach(feed -> rooms.add(new SimulatedRoom(feed.firstRoom(), List.of())));
    try {
      simulator =
          Simulator.start(
              feeds.platforms(),
              new SimulatorOptions(
                  0,
                  new SimulationOptions(rooms, Rules.TODAY, 20, 1, false, PendingFaults.none())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  void recordSomething() throws IOException {
    Files.writeString(dir.resolve("danmu.yaml"), "rooms: [bilibili:545068]\n");
    Files.writeString(dir.resolve("rules.yaml"), "version: 1\nrules: []\n");
    Files.writeString(dir.resolve("rooms.txt"), "bilibili:545068\n");
    Files.writeString(dir.resolve("webhook.secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
    await().atMost(Duration.ofMinutes(2)).until(this::recordedSomething);
    Path xml = dir.resolve("chat.xml");
    run("danmu export DIR --to xml --out " + xml);
  }

  /** A busy machine hears nothing in a second; the next run goes on in the same folder. */
  private boolean recordedSomething() throws IOException {
    Path out = dir.resolve("recorded");
    String record = "record bilibili:545068 --out %s --frames --simulator %s --for 1s";
    Run run = Run.danmu(List.of(record.formatted(out, uri()).split(" ")));
    assertThat(run.exit()).as(run.err()).isZero();
    return !new SegmentFolder(out).segments().isEmpty() && chats(out) > 0;
  }

  private static int chats(Path recording) throws IOException {
    int chats = 0;
    try (RecordingReader reader = Recording.open(recording).reader()) {
      for (Numbered n = reader.next(); n != null; n = reader.next()) {
        chats += n.event() instanceof Chat ? 1 : 0;
      }
    }
    return chats;
  }

  @AfterAll
  void stop() {
    simulator.close();
  }

  @TestFactory
  Stream<DynamicTest> everyCommandLineOfTheDocumentsWorks() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    List<String> lines = new ArrayList<>();
    for (Path page : pages) {
      Files.readString(page)
          .lines()
          .filter(DocsTest::isCommand)
          .map(line -> line.replaceFirst("^\\./", "").replaceFirst(" +#.*", ""))
          .forEach(lines::add);
    }
    assertThat(lines).hasSizeGreaterThan(20);
    return lines.stream().distinct().map(line -> DynamicTest.dynamicTest(line, () -> run(line)));
  }

  /** Those of {@code danmu rooms} are danmu-kafka's, which has a test of its own. */
  private static boolean isCommand(String line) {
    return (line.startsWith("danmu ") || line.startsWith("./danmu "))
        && !line.startsWith("danmu rooms ");
  }

  private void run(String line) {
    List<String> args = adapted(List.of(line.split(" +")));
    boolean browser = args.get(0).equals("capture") || args.contains("--browser");
    assumeTrue(
        !browser || BrowserOptions.isPossible(), "no Chromium here: apt-get install chromium");
    Run run = Run.danmu(args);
    // what compares with a capture ends with 1 where something has changed since
    int most = args.contains("--against") ? 1 : 0;
    assertThat(run.exit()).as("%s%n%s", args, run.err()).isBetween(0, most);
  }

  /** The same command with places of its own, and for a moment only. */
  private List<String> adapted(List<String> words) {
    String command = words.get(1);
    List<String> args = new ArrayList<>(List.of(command));
    for (int i = 2; i < words.size(); i++) {
      String option = words.get(i);
      if (Set.of("--simulator", "--for", "--port").contains(option)) {
        i++;
      } else {
        args.add(place(command, option));
      }
    }
    if (TO_THE_NETWORK.contains(command)) {
      args.addAll(List.of("--simulator", uri()));
    }
    if (FOR_A_WHILE.contains(command)) {
      args.addAll(List.of("--for", "300ms"));
    }
    if (Set.of("serve", "device").contains(command)) {
      args.addAll(List.of("--port", "0"));
    }
    return args;
  }

  private String place(String command, String word) {
    return switch (word) {
      case "DIR" ->
          dir.resolve(command.equals("record") ? "new" + System.nanoTime() : "recorded").toString();
      case "CAPTURE" -> command.equals("feed") ? siteCapture() : capture();
      case "CHAT.xml" -> dir.resolve("chat.xml").toString();
      case "FEED.yaml" -> ROOT.resolve("examples/feeds/kuaixun.yaml").toString();
      case "danmu.yaml",
          "chat.csv",
          "all.jsonl",
          "recordings.sql",
          "rules.yaml",
          "rooms.txt",
          "webhook.secret" ->
          dir.resolve(word).toString();
      case "room.jsonl", "room.har", "report.html" ->
          dir.resolve(System.nanoTime() + word).toString();
      case "https://live.douyin.com/80017709309" ->
          command.equals("capture") ? uri() + "/80017709309" : word;
      default -> word.startsWith("examples/") ? ROOT.resolve(word).toString() : word;
    };
  }

  /** Of a site whose messages a feed can read. */
  private String siteCapture() {
    String line =
        "{\"ev\":\"msg\",\"dir\":\"recv\",\"op\":1,\"s\":\"{\\\"text\\\":\\\"hi\\\"}\"}\n";
    try {
      return Files.writeString(dir.resolve("site.jsonl"), line).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String capture() {
    try (Stream<Path> files = Files.list(dir.resolve("recorded"))) {
      return files
          .filter(file -> file.toString().endsWith(".frames.jsonl"))
          .max(Comparator.comparingLong(file -> file.toFile().length()))
          .orElseThrow()
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String uri() {
    return simulator.uri().toString();
  }
}
