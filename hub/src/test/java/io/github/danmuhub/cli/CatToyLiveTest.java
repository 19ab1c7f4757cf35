package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.device.Mosquitto;
import io.github.danmuhub.device.Socat;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two files of examples/cat-toy, from simulated rooms through a hub to the simulated device in
 * a process of its own: what the chat voted is what the device is told.
 */
@Tag("load")
class CatToyLiveTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Path EXAMPLES =
      Path.of(System.getProperty("danmu.root", ".")).resolve("examples/cat-toy");
  private static final int WARM = 20;
  private static final int SAMPLES = 150;
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path dir;

  CatToyLiveTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private ShownHub hub(String rules, String devices) throws Exception {
    Path file = Files.writeString(dir.resolve("rules.yaml"), rules);
    String yaml = "rules: '" + file + "'\ndevices: " + devices + "\n";
    return ShownHub.of(HubConfigReader.parse("a test", yaml), 60).withRooms();
  }

  private void arm(ShownHub hub, String device) {
    HttpRequest arm =
        HttpRequest.newBuilder(hub.page("/api/devices/" + device + "/arm"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    await()
        .atMost(PATIENCE)
        .until(() -> http.send(arm, BodyHandlers.ofString(UTF_8)).statusCode() == 200);
  }

  private List<JsonNode> audit() throws Exception {
    Path file = dir.resolve("rules.yaml.audit.jsonl");
    List<JsonNode> lines = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readString(file).lines().toList()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  /** The first end of a vote after so many lines that somebody won; its place in the audit. */
  private int won(int from) throws Exception {
    List<JsonNode> lines = audit();
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).has("winner")) {
        return i;
      }
    }
    return -1;
  }

  /** What was done because of it: the first action afterwards that was done. */
  private JsonNode done(int from, String action) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                audit().stream()
                    .skip(from)
                    .filter(line -> line.path("action").asText().equals(action))
                    .filter(line -> line.path("verdict").asText().equals("done"))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static List<JsonNode> best(JsonNode tally) {
    List<JsonNode> options = new ArrayList<>();
    tally.path("options").forEach(options::add);
    long most = options.stream().mapToLong(each -> each.path("count").asLong()).max().orElse(0);
    return options.stream().filter(each -> each.path("count").asLong() == most).toList();
  }

  @Test
  void theOriginalsFileOnTheOriginalsToys() throws Exception {
    try (Socat cable = Socat.start(dir);
        Child toy = device("--serial", cable.b().toString(), "--original");
        ShownHub hub =
            hub(
                Files.readString(EXAMPLES.resolve("original.yaml")),
                "{base: {serial: {port: " + cable.a() + ", speaks: frames, crc: zero}}}")) {
      toy.awaitOut("ready");
      arm(hub, "base");
      int from = audit().size();
      await().atMost(PATIENCE).until(() -> won(from) >= 0);
      int at = won(from);
      JsonNode tally = audit().get(at);
      assertThat(tally.path("window_ms").asInt()).isEqualTo(11_000);
      JsonNode expected =
          best(tally).stream()
              .max(Comparator.comparing(option -> option.path("option").asText()))
              .orElseThrow();
      assertThat(tally.path("winner")).isEqualTo(expected.path("value"));
      JsonNode done = done(at, "serial");
      assertThat(done.at("/parameters/text")).isEqualTo(tally.path("winner"));
      toy.awaitOut("< " + tally.path("winner").asText());
    }
  }

  @Test
  void theSafeFileOnTheSafeToy() throws Exception {
    try (Mosquitto broker = Mosquitto.start(dir);
        Child toy = device("--mqtt", "127.0.0.1:" + broker.port(), "--topic", "danmu/toy");
        ShownHub hub =
            hub("danmu.yaml", "{toy: {mqtt: {topic: danmu/toy, port: " + broker.port() + "}}}")) {
      toy.awaitOut("ready");
      arm(hub, "toy");
      int from = audit().size();
      await().atMost(PATIENCE).until(() -> won(from) >= 0);
      int at = won(from);
      JsonNode tally = audit().get(at);
      assertThat(best(tally)).extracting(each -> each.path("value")).contains(tally.path("winner"));
      JsonNode done = done(at, "device");
      assertThat(done.at("/parameters/part")).isEqualTo(tally.path("winner"));
      toy.awaitOut(" " + tally.path("winner").asText() + " ");
    }
  }

  /** From a chat's arrival at the hub to the toy's acknowledgement; figures go to stdout. */
  @Test
  void fromAChatToTheToysAcknowledgement() throws Exception {
    String rules =
        """
        version: 1
        rules:
        - id: move
          on: chat
          limit: {cooldown: 300ms}
          do: {device: {name: toy, part: wand, x: 50, for: 250ms}}
        """;
    try (Mosquitto broker = Mosquitto.start(dir);
        Child toy = device("--mqtt", "127.0.0.1:" + broker.port(), "--topic", "danmu/toy");
        ShownHub hub =
            hub(rules, "{toy: {mqtt: {topic: danmu/toy, port: " + broker.port() + "}}}")) {
      toy.awaitOut("ready");
      arm(hub, "toy");
      await().atMost(PATIENCE).until(() -> latencies().size() > WARM + SAMPLES);
      List<Long> sorted = latencies().stream().skip(WARM).sorted().toList();
      System.out.printf(
          "chat to acknowledgement, %d: p50 %d ms, p99 %d ms%n",
          sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100));
      assertThat(sorted).allMatch(ms -> ms >= 0);
    }
  }

  private List<Long> latencies() throws Exception {
    return audit().stream()
        .filter(line -> line.path("action").asText().equals("device"))
        .filter(line -> line.path("verdict").asText().equals("done"))
        .map(line -> line.path("latency_ms").asLong())
        .toList();
  }

  private Child device(String... way) throws Exception {
    List<String> command = new ArrayList<>(List.of("device", "--port", "0", "--trace"));
    command.addAll(List.of(way));
    return Child.danmu(dir, command.toArray(String[]::new));
  }
}
