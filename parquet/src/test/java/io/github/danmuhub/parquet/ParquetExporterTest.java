package io.github.danmuhub.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.export.Export;
import io.github.danmuhub.export.ExportOptions;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB reads the file back, and counts what was written. */
class ParquetExporterTest {
  private static final long START = 1_795_248_000_000L;
  private static final int GIFTS = 3_000;

  @TempDir Path dir = Path.of("");

  private static LiveEvent event(int number) {
    long at = START + number * 10L;
    Origin origin = new Origin("bilibili", "1", "id" + number, at - 5, at, false, null);
    User user = User.of(Integer.toString(number % 7), "甲" + number % 7);
    if (number % 2 == 1) {
      return Chat.of(origin, user, "弹幕 " + number);
    }
    Gift.Price price = Gift.Price.of(new Money(number, "CNY"));
    return new Gift(origin, user, new Gift.Item("1", "小花花"), 2, null, price, null);
  }

  private Path exported() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2 * GIFTS; i++) {
      byte[] line = EventWriter.write(new Numbered(i + 1L, event(i)));
      lines.append(new String(line, UTF_8)).append('\n');
    }
    Path recording = Files.writeString(dir.resolve("r.jsonl"), lines);
    Path file = dir.resolve("r.parquet");
    new Export(Recording.open(recording), new ParquetExporter(), ExportOptions.DEFAULTS)
        .to(file, Progress.NONE);
    return file;
  }

  private static List<String> row(String sql) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        row.add(rows.getString(i));
      }
      return row;
    }
  }

  @Test
  void countsAndSumsAreThoseOfTheEvents() throws Exception {
    String file = "'" + exported() + "'";
    long milli = 0;
    for (int i = 0; i < 2 * GIFTS; i += 2) {
      milli += i;
    }
    assertThat(
            row(
                "SELECT count(*), count(*) FILTER (type = 'chat'), sum(value_milli), sum(count),"
                    + " min(epoch_ms(received)), max(epoch_ms(time)), count(DISTINCT user_id),"
                    + " max(seq) FROM "
                    + file))
        .containsExactly(
            "" + 2 * GIFTS,
            "" + GIFTS,
            "" + milli,
            "" + 2 * GIFTS,
            "" + START,
            "" + (START + (2 * GIFTS - 1) * 10L - 5),
            "7",
            "" + 2 * GIFTS);
    assertThat(row("SELECT text, user_name, item, history FROM " + file + " WHERE seq = 2"))
        .containsExactly("弹幕 1", "甲1", null, null);
    assertThat(row("SELECT DISTINCT compression FROM parquet_metadata(" + file + ")"))
        .containsExactly("ZSTD");
  }
}
