package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.rule.RulesPart;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of a running hub, and their doors. */
class RulesPartTest {
  private static final String RULES =
      """
      version: 1
      counters: {cheers: {persist: true}}
      votes: {toy: {window: 1m, options: [ball, wand]}}
      rules:
        - {id: hi, on: [chat, http], when: {text: hello}, limit: {cooldown: 1h}, do: [{say: "hi {text}"}, {counter: {name: cheers, add: 1}}]}
      """;

  private final Path dir;
  private final EventLog log = EventLog.inMemory(1_000, 1 << 20);
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final PartStatus status =
      new PartStatus() {
        @Override
        public void failing(Phrase why) {
          told.add(why.toString());
        }

        @Override
        public void working(Phrase words) {
          told.add(words.toString());
        }
      };
  private Path file = Path.of("rules.yaml");
  private RulesPart part = part();
  private Hub hub;

  RulesPartTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private RulesPart part() {
    return new RulesPart(file, () -> log, Map.of(), phrase -> told.add(phrase.toString()));
  }

  @BeforeEach
  void start() throws Exception {
    file = Files.writeString(dir.resolve("rules.yaml"), RULES);
    part = part();
    says("hello before it began");
    part.start(status);
    hub = Hub.start(Hub.CONFIG, part.doors());
  }

  @AfterEach
  void stop() {
    hub.close();
    part.close();
  }

  private void says(String text) {
    Origin now = Origin.ours("bilibili", "1", System.currentTimeMillis());
    log.append(Chat.of(now, User.of("7", "小明"), text));
  }

  private JsonNode get(String path) throws Exception {
    return WsClient.parse(hub.get(path).body());
  }

  private List<String> verdicts() throws Exception {
    return get("/api/rules/decisions").path("decisions").findValuesAsText("verdict");
  }

  @Test
  void anEventFiresARuleAndAllIsTold() throws Exception {
    try (WsClient page = hub.socket("/ws/rules")) {
      says("hello");
      page.await(() -> page.messages.stream().anyMatch(m -> m.contains("\"text\":\"hi hello\"")));
      page.await(() -> page.messages.stream().anyMatch(m -> m.contains("\"type\":\"decision\"")));
    }
    assertThat(verdicts()).containsExactly("done", "fired");
    says("hello");
    await().until(() -> verdicts().size() == 3);
    assertThat(verdicts()).containsExactly("cooldown", "done", "fired");
    assertThat(get("/api/rules").at("/counters/cheers").asInt()).isEqualTo(1);
    assertThat(get("/api/rules").at("/rules/0/cooldown_ms").asLong()).isPositive();
  }

  @Test
  void aPersonCanFireTryAndReset() throws Exception {
    String body = "{\"text\":\"hello\"}";
    assertThat(post("/api/rules/hi/fire", body).statusCode()).isEqualTo(204);
    assertThat(post("/api/rules/other/fire", "").statusCode()).isEqualTo(404);
    assertThat(post("/api/rules/hi/fire", "x").statusCode()).isEqualTo(400);
    assertThat(verdicts()).startsWith("done");
    Chat hello = Chat.of(Origin.ours("bilibili", "1", 1), User.of("7", "小明"), "hello");
    String chat = new String(EventWriter.write(new Numbered(0, hello)), UTF_8);
    JsonNode tried = WsClient.parse(post("/api/rules/try", chat).body());
    assertThat(tried.at("/decisions/0/verdict").asText()).isEqualTo("cooldown");
    assertThat(post("/api/rules/hi/cooldown/reset", "").statusCode()).isEqualTo(204);
    tried = WsClient.parse(post("/api/rules/try", chat).body());
    assertThat(tried.at("/decisions/0/verdict").asText()).isEqualTo("dry_run");
    assertThat(tried.at("/decisions/0/actions/0/parameters/text").asText()).isEqualTo("hi hello");
    assertThat(post("/api/rules/try", "{}").statusCode()).isEqualTo(400);
    JsonNode checked = WsClient.parse(post("/api/rules/check", "version: 1\nx: 1\n").body());
    assertThat(checked.at("/faults/0/line").asInt()).isEqualTo(2);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return hub.send("POST", path, body);
  }

  @Test
  void aVoteRunsByHandAndPagesSeeIt() throws Exception {
    assertThat(post("/api/votes/toy/start", "").statusCode()).isEqualTo(204);
    assertThat(post("/api/votes/other/start", "").statusCode()).isEqualTo(404);
    says("ball");
    await().until(() -> get("/api/votes").at("/votes/0/total").asInt() == 1);
    try (WsClient page = hub.socket("/ws/rules")) {
      page.await(() -> page.messages.stream().anyMatch(m -> m.contains("\"vote\":\"toy\"")));
      assertThat(post("/api/votes/toy/stop", "").statusCode()).isEqualTo(204);
      page.await(() -> page.messages.stream().anyMatch(m -> m.contains("\"winner\":\"ball\"")));
    }
  }

  @Test
  void aChangedFileIsSwappedWholeAndABadOneIsTold() throws Exception {
    Files.writeString(file, RULES + "  - {id: b}\n");
    await().until(() -> get("/api/rules").path("faults").size() > 0);
    assertThat(get("/api/rules").path("rules")).hasSize(1);
    assertThat(told).last().asString().contains("line 6", "what was good before goes on");
    Files.writeString(file, RULES + "  - {id: b, on: follow, do: {say: x}}\n");
    await().until(() -> get("/api/rules").path("rules").size() == 2);
    assertThat(get("/api/rules").path("faults")).isEmpty();
    assertThat(told).last().asString().isEqualTo("the rules are good again");
  }

  @Test
  void theTextIsToldToWhoDoesNotKnowItsRevision() throws Exception {
    JsonNode first = get("/api/rules");
    assertThat(first.path("text").asText()).isEqualTo(RULES);
    String known = "/api/rules?known=" + first.path("revision").asText();
    JsonNode again = get(known);
    assertThat(again.has("text")).isFalse();
    assertThat(again.path("rules")).hasSize(1);
    assertThat(again.path("revision")).isEqualTo(first.path("revision"));
    Files.writeString(file, RULES + "# another\n");
    await().until(() -> get(known).path("text").asText().endsWith("# another\n"));
  }

  @Test
  void secretsInTheFileStandNowhereElse() throws Exception {
    String image = "https://me:hunter2@cats.example/a.png?token=hunter2";
    String rule =
        "  - {id: b, on: chat, when: {text: cat}, do: {overlay: {image: '" + image + "'}}}\n";
    Files.writeString(file, RULES + rule);
    await().until(() -> get("/api/rules").path("rules").size() == 2);
    try (WsClient page = hub.socket("/ws/rules")) {
      says("cat");
      page.await(() -> page.messages.stream().anyMatch(m -> m.contains("\"verdict\":\"done\"")));
      assertThat(page.messages).anyMatch(m -> m.contains("\"overlay\"") && m.contains(image));
      assertThat(page.messages)
          .filteredOn(m -> m.contains("\"decision\""))
          .isNotEmpty()
          .noneMatch(m -> m.contains("hunter2"));
    }
    assertThat(hub.get("/api/rules/decisions").body()).contains("cats.example");
    Files.writeString(file, RULES + rule.replace("on: chat", "on: 'token=hunter2'"));
    await().until(() -> get("/api/rules").path("faults").size() > 0);
    part.close();
    String audit = Files.readString(dir.resolve("rules.yaml.audit.jsonl"));
    assertThat(audit).contains("cats.example", "***");
    for (String shown :
        List.of(
            hub.get("/api/rules").body(),
            hub.get("/api/rules/decisions").body(),
            audit,
            told.toString())) {
      assertThat(shown).doesNotContain("hunter2");
    }
  }

  @Test
  void countersOutliveTheProgram() throws Exception {
    says("hello");
    await().until(() -> !verdicts().isEmpty());
    part.close();
    RulesPart next = part();
    next.start(status);
    try (Hub other = Hub.start(Hub.CONFIG, next.doors())) {
      assertThat(WsClient.parse(other.get("/api/rules").body()).at("/counters/cheers").asInt())
          .isEqualTo(1);
    }
    part = next;
    assertThat(Files.readString(dir.resolve("rules.yaml.audit.jsonl"))).contains("\"fired\"");
  }

  @Test
  void aHubWithoutItsFileSaysSo() {
    RulesPart absent =
        new RulesPart(
            dir.resolve("absent.yaml"), () -> log, Map.of(), phrase -> told.add(phrase.toString()));
    assertThatThrownBy(() -> absent.start(status))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no such file");
  }
}
