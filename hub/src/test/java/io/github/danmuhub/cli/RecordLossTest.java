package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.SmallDisk;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is lost while it is recorded: told, counted, and the exit code of the whole program. */
class RecordLossTest {
  private static final String ROOM = "bilibili:545068";
  private static final int CHATS = 300;
  private static final Pattern SUMMARY =
      Pattern.compile("recorded up to event (\\d+)(?:; (\\d+) (?:is|are) lost)?");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path dir = Path.of("");

  /** What somebody does to the files of a recorder. */
  private enum Harm {
    FOLDER {
      @Override
      void to(Path recording) throws IOException {
        Path away = Files.createTempDirectory(recording.getParent(), "removed");
        Files.move(recording, away.resolve("recording")); // at once, as the index goes on writing
      }
    },
    SEGMENT {
      @Override
      void to(Path recording) throws IOException {
        for (Path file : segments(recording)) {
          Files.delete(file);
        }
      }
    };

    abstract void to(Path recording) throws IOException;
  }

  private static List<Path> segments(Path recording) throws IOException {
    try (Stream<Path> files = Files.list(recording)) {
      return files
          .filter(file -> file.toString().matches(".*Z-\\d+\\.jsonl(\\.zst)?"))
          .sorted()
          .toList();
    }
  }

  private static boolean holds(Path recording, String text) throws IOException {
    for (Path file : Files.isDirectory(recording) ? segments(recording) : List.<Path>of()) {
      if (file.toString().endsWith(".jsonl") && Files.readString(file).contains(text)) {
        return true;
      }
    }
    return false;
  }

  private static void awaitChat(Path recording, int number) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions() // the folder may just be packed, or gone
        .until(() -> holds(recording, "\"m" + number + "\""));
  }

  private Child start(String command, Path recording, Simulator simulator) throws IOException {
    if (command.equals("record")) {
      return Child.danmu(
          dir, "record", ROOM, "--out", recording + "", "--simulator", simulator.uri() + "");
    }
    String yaml = "server: {port: 0}\nrooms: ['%s']\nrecord: {dir: '%s'}\n";
    Path config = Files.writeString(dir.resolve("danmu.yaml"), yaml.formatted(ROOM, recording));
    return Child.danmu(dir, "serve", "--config", config + "", "--simulator", simulator.uri() + "");
  }

  private static int health(Child hub) throws IOException, InterruptedException {
    URI uri = URI.create(hub.out().strip().substring("ready ".length())).resolve("/healthz");
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
  }

  private static Set<String> chats(Path recording) throws IOException {
    Set<String> chats = new HashSet<>();
    try (RecordingReader reader = Recording.open(recording).reader()) {
      for (Numbered n = reader.next(); n != null; n = reader.next()) {
        if (n.event() instanceof Chat chat) {
          assertThat(chats.add(chat.text())).as(chat.text() + " is there once").isTrue();
        }
      }
    }
    return chats;
  }

  /** The numbered ones; what the disk did not take is told by a line without a number. */
  private static long events(Path recording) throws IOException {
    long numbered = 0;
    try (RecordingReader reader = Recording.open(recording).reader()) {
      for (Numbered line = reader.next(); line != null; line = reader.next()) {
        numbered += line.seq() > 0 ? 1 : 0;
      }
    }
    return numbered;
  }

  private static long number(Child child, int group) {
    Matcher summary = SUMMARY.matcher(child.err());
    assertThat(summary.find()).as(child.err()).isTrue();
    String number = summary.group(group);
    return number == null ? 0 : Long.parseLong(number);
  }

  private static JsonNode stats(Path recording) throws IOException {
    Run run = Run.danmu("stats", recording.toString(), "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  /** Every chat that was sent is there once, or among what was told as lost. */
  private static void assertThatAllIsAccountedFor(Child child, Path recording) throws IOException {
    Set<String> recorded = chats(recording);
    long missing = (long) CHATS - recorded.size();
    long lost = number(child, 2);
    assertThat(stats(recording).get("messages").asInt()).isEqualTo(recorded.size());
    assertThat(events(recording)).isEqualTo(number(child, 1) - lost);
    assertThat(missing).as("lost beside chats: the connection's first events").isPositive();
    assertThat(lost - missing).isBetween(0L, 12L);
  }

  @ParameterizedTest
  @CsvSource({
    "record, FOLDER, INT",
    "record, SEGMENT, TERM",
    "serve, FOLDER, TERM",
    "serve, SEGMENT, INT"
  })
  void whatIsRemovedIsToldAndCountedAndTheEndSaysSo(String command, Harm harm, String signal)
      throws Exception {
    Path recording = dir.resolve("recording");
    try (Simulator simulator = Hosted.replaying(50, ROOM, ChatFrames.of(CHATS));
        Child child = start(command, recording, simulator)) {
      awaitChat(recording, 20);
      harm.to(recording);
      if (command.equals("serve")) {
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> health(child) == 503);
        await().atMost(PATIENCE).until(() -> health(child) == 200);
      }
      child.awaitErr("was removed or replaced while it was recorded to: ");
      awaitChat(recording, CHATS - 1);
      assertThat(child.stop(signal)).isEqualTo(1);
      assertThatAllIsAccountedFor(child, recording);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "serve"})
  void whatADiskThatIsFullAtTheEndDidNotTakeIsCountedToo(String command) throws Exception {
    try (SmallDisk disk = SmallDisk.mount(dir, 4 << 20)) {
      Path recording = disk.dir().resolve("recording");
      try (Simulator simulator = Hosted.replaying(50, ROOM, ChatFrames.of(CHATS));
          Child child = start(command, recording, simulator)) {
        awaitChat(recording, 20);
        disk.fillUp();
        child.awaitErr("the disk is full");
        assertThat(child.stop("TERM")).isEqualTo(1);
        assertThat(events(recording)).isEqualTo(number(child, 1) - number(child, 2));
        assertThat(number(child, 2)).isPositive();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void withoutALossASignalEndsWellAndTheLastLineStillComes(String signal) throws Exception {
    Path recording = dir.resolve("recording");
    try (Simulator simulator = Hosted.replaying(50, ROOM, ChatFrames.of(CHATS));
        Child child = start("record", recording, simulator)) {
      awaitChat(recording, 1);
      assertThat(child.stop(signal)).isZero();
      assertThat(child.err().lines().reduce("", (a, b) -> b)).contains("recorded up to event ");
      assertThat(number(child, 2)).isZero();
    }
  }

  @Test
  void serveEndsWellToo() throws Exception {
    try (Simulator simulator = Hosted.replaying(50, ROOM, ChatFrames.of(CHATS));
        Child hub = start("serve", dir.resolve("recording"), simulator)) {
      hub.awaitOut("ready ");
      assertThat(hub.stop("TERM")).isZero();
    }
  }
}
