package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.simulator.Simulator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each figure of {@code danmu stats} is what SQL counts in the index of the same recording. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatsAgainstSqlTest {
  private static final String BILIBILI = "bilibili:545068";
  private static final String DOUYIN = "douyin:80017709309";

  private final Path dir;

  StatsAgainstSqlTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeAll
  void record() throws Exception {
    try (Simulator simulator = Hosted.scripted(200, BILIBILI, DOUYIN)) {
      String line = "record %s %s --out %s --for 4s --simulator %s";
      Run run =
          Run.danmu(List.of(line.formatted(BILIBILI, DOUYIN, dir, simulator.uri()).split(" ")));
      assertThat(run.exit()).as(run.err()).isZero();
    }
  }

  private static JsonNode stats(Path recording, String room) throws Exception {
    Run run = Run.danmu("stats", recording.toString(), "--room", room, "--json", "--top", "1000");
    assertThat(run.exit()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  /** First column to second, of the room's events that are no history. */
  private Map<String, Long> sql(String room, String columns, String where) throws SQLException {
    RoomRef ref = Platforms.parse(room);
    String query =
        "SELECT %s FROM event WHERE NOT history AND platform='%s' AND room='%s' AND %s GROUP BY 1"
            .formatted(columns, ref.platform(), ref.room(), where);
    Map<String, Long> found = new TreeMap<>();
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("index.sqlite"));
        Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getLong(2));
      }
    }
    return found;
  }

  private static Map<String, Long> map(JsonNode list, String name, String amount) {
    Map<String, Long> map = new TreeMap<>();
    list.forEach(node -> map.merge(node.get(name).asText(), node.get(amount).asLong(), Long::sum));
    return map;
  }

  private static Map<String, Long> map(JsonNode object) {
    Map<String, Long> map = new TreeMap<>();
    object.properties().forEach(field -> map.put(field.getKey(), field.getValue().asLong()));
    return map;
  }

  private static long sum(JsonNode numbers) {
    long sum = 0;
    for (JsonNode number : numbers) {
      sum += number.asLong();
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(strings = {BILIBILI, DOUYIN})
  void messagesAndSpeakersAreWhatSqlCounts(String room) throws Exception {
    JsonNode stats = stats(dir, room);
    Map<String, Long> speakers = sql(room, "user_id, count(*)", "type='chat'");
    long messages = speakers.values().stream().mapToLong(Long::longValue).sum();
    assertThat(messages).isGreaterThan(50);
    assertThat(stats.get("messages").asLong()).isEqualTo(messages);
    assertThat(sum(stats.get("messages_per_minute"))).isEqualTo(messages);
    assertThat(map(stats.get("speakers").get("top"), "id", "messages")).isEqualTo(speakers);
    assertThat(stats.get("speakers").get("distinct").asInt()).isEqualTo(speakers.size());
    assertThat(stats.get("speakers").get("new").asInt()).isEqualTo(speakers.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {BILIBILI, DOUYIN})
  void incomeAndWhatItIsOfAreWhatSqlCounts(String room) throws Exception {
    JsonNode stats = stats(dir, room);
    JsonNode income = stats.get("income");
    String paid = "milli IS NOT NULL";
    assertThat(map(income.get("milli"))).isEqualTo(sql(room, "currency, sum(milli)", paid));
    String ours = paid + " AND currency='" + income.get("currency").asText() + "'";
    assertThat(map(income.get("top"), "id", "milli"))
        .isNotEmpty()
        .isEqualTo(sql(room, "user_id, sum(milli)", ours));
    assertThat(map(income.get("by_gift"), "name", "count"))
        .isNotEmpty()
        .isEqualTo(sql(room, "item, sum(count)", "type='gift' AND count > 0"));
    assertThat(map(stats.get("memberships").get("by_name")))
        .isEqualTo(sql(room, "item, count(*)", "type='membership'"));
    assertThat(stats.get("super_chat_count").asLong())
        .isEqualTo(sql(room, "type, count(*)", "type='super_chat'").getOrDefault("super_chat", 0L));
  }
}
