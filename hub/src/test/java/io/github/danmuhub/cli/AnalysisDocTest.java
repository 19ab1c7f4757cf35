package io.github.danmuhub.cli;

import static io.github.danmuhub.SampleEvents.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.record.Recorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each query of docs/analysis.md, on an hour and a half of a simulated room; with DuckDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalysisDocTest {
  private static final Path PAGE =
      Path.of(System.getProperty("danmu.root", "..")).resolve("docs/analysis.md");
  private static final long MINUTE = 60_000;

  private final Path dir;

  AnalysisDocTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeAll
  void record() throws Exception {
    Path recording = dir.resolve("it's recorded");
    LogOptions options = LogOptions.of(recording).withRotation(1 << 20, Duration.ofHours(1));
    try (Recorder recorder = Recorder.open(options, e -> assertThat(e).isNull())) {
      new ScriptedRoom(START, 2, recorder).pass(Duration.ofMinutes(90).toMillis());
      long at = 95 * MINUTE;
      long from = START + 10 * MINUTE;
      recorder.accept(new Gap(SampleEvents.origin(at), from, from + 2 * MINUTE, "reset"));
      recorder.accept(box(at));
    }
    Run run = Run.danmu("export", recording.toString(), "--to", "duckdb-sql");
    assertThat(run.exit()).as(run.err()).isZero();
  }

  /** The script opens none. */
  private static Gift box(long at) {
    Money paid = new Money(15_000, "CNY");
    Gift.Price price =
        new Gift.Price(paid, new Money(20_000, "CNY"), new Gift.Box("1", "心动盲盒", paid));
    return new Gift(
        SampleEvents.origin(at),
        SampleEvents.user(1),
        new Gift.Item("2", "花"),
        1,
        null,
        price,
        null);
  }

  /** Its rows as text. */
  private List<List<String>> rows(String sql) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = db.createStatement()) {
      statement.execute(Files.readString(dir.resolve("it's recorded.duckdb.sql")));
      if (!statement.execute(sql.replace("event.parquet", dir.resolve("e.parquet").toString()))) {
        return List.of(List.of("done"));
      }
      return rows(statement.getResultSet());
    }
  }

  private static List<List<String>> rows(ResultSet result) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        row.add(String.valueOf(result.getString(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> queries() throws Exception {
    return Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyQueryOfThePageAnswers() throws Exception {
    assertThat(queries()).hasSizeGreaterThan(6);
    return queries().stream()
        .map(sql -> DynamicTest.dynamicTest(sql, () -> assertThat(rows(sql)).isNotEmpty()));
  }

  private JsonNode stats() throws Exception {
    Run run = Run.danmu("stats", dir.resolve("it's recorded").toString(), "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void whoStaysIsTheSameInStats() throws Exception {
    String sql =
        queries().stream().filter(q -> q.contains("after(later)")).findFirst().orElseThrow();
    List<List<String>> stats = new ArrayList<>();
    for (JsonNode later : stats().get("retention")) {
      stats.add(
          List.of(
              later.get("minutes").asText(),
              later.get("viewers").asText(),
              later.get("again").asText()));
    }
    assertThat(stats).hasSize(3).noneMatch(row -> row.get(1).equals("0"));
    assertThat(rows(sql)).isEqualTo(stats);
  }

  /** As the page says how: {@code first} beside {@code later}. */
  @Test
  void whoStaysByTheMinuteIsTheSameInStats() throws Exception {
    String sql =
        queries().stream()
            .filter(q -> q.contains("after(later)"))
            .findFirst()
            .orElseThrow()
            .replace("SELECT later,", "SELECT first, later,")
            .replace(
                "GROUP BY later ORDER BY later", "GROUP BY first, later ORDER BY first, later");
    List<List<String>> stats = new ArrayList<>();
    JsonNode json = stats();
    for (JsonNode minute : json.get("retention_per_minute")) {
      for (int i = 0; i < 3; i++) {
        if (!minute.get("again").get(i).isNull()) {
          stats.add(
              List.of(
                  minute.get("minute").asText(),
                  json.get("retention").get(i).get("minutes").asText(),
                  minute.get("viewers").asText(),
                  minute.get("again").get(i).asText()));
        }
      }
    }
    assertThat(stats).hasSizeGreaterThan(10);
    assertThat(rows(sql)).isEqualTo(stats);
  }

  @Test
  void messagesAndIncomeAreTheSameInStats() throws Exception {
    JsonNode stats = stats();
    assertThat(rows("SELECT count(*) FROM event WHERE type = 'chat' AND history IS NULL"))
        .containsExactly(List.of(stats.get("messages").asText()));
    assertThat(
            rows(
                "SELECT sum(value.milli) FROM event WHERE value.currency = 'CNY' AND type <> 'lottery'"))
        .containsExactly(List.of(stats.get("income").get("milli").get("CNY").asText()));
  }
}
