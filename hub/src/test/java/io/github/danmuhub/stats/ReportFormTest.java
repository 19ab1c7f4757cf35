package io.github.danmuhub.stats;

import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.room;
import static io.github.danmuhub.SampleEvents.superChat;
import static io.github.danmuhub.SampleEvents.user;
import static io.github.danmuhub.stats.Reports.EVENING;
import static io.github.danmuhub.stats.Reports.json;
import static io.github.danmuhub.stats.Reports.printed;
import static io.github.danmuhub.stats.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.text.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a report reads: in a terminal, and to programs. */
class ReportFormTest {
  @TempDir Path dir = Path.of("");

  private Recording record(List<LiveEvent> events) throws IOException {
    return Reports.record(dir, events);
  }

  private Report evening() throws IOException {
    return report(record(EVENING));
  }

  @Test
  void theReportIsReadByPeople() throws IOException {
    assertThat(printed(evening()))
        .contains("bilibili:545068  晚上好", "messages     6, 1.5 a minute")
        .contains("          3  in the minute at 0:03:00", "        120  online at most")
        .contains("speakers     3, 3 new, 0 returning", "income       228.5 CNY")
        .contains("    198 CNY  user 5", "    0.5 CNY  小花花 × 5", "             免费 × 9")
        .contains("     30 CNY  0:01:20  user 3: 加油", "          1  舰长")
        .contains("1 gap, 0:00:10 in all", "2 reconnects, 6 dropped, 1 unknown, 0 malformed")
        .contains("    0:00:10  gap at 0:01:40: reset");
  }

  @Test
  void theReportFitsATerminalOfEightyColumnsWhateverPeopleAreCalled() throws IOException {
    List<LiveEvent> loud =
        List.of(
            room(0, "标题".repeat(100)),
            chat(1, "👨‍👩‍👧‍👦".repeat(200), "x"),
            chat(2, 7, "y"),
            gift(3, 8, "礼物".repeat(90), 1, Long.MAX_VALUE),
            superChat(4, 9, "谢谢".repeat(300), 1_000));
    String report = printed(report(record(loud)));
    assertThat(report.lines()).allMatch(line -> Cells.width(line) <= 80);
    assertThat(report).contains("…");
  }

  @Test
  void ofManyKindsOfMembershipsTheTenMostFrequentAreShown() throws IOException {
    List<LiveEvent> events = new ArrayList<>();
    for (int kind = 0; kind < 32; kind++) {
      for (int times = 0; times <= kind; times++) {
        events.add(
            new Membership(
                origin(kind),
                user(1),
                "3",
                "kind-" + kind,
                Membership.Term.UNKNOWN,
                null,
                Membership.Kind.NEW));
      }
    }
    String report = printed(report(record(events)));
    assertThat(report.lines().filter(line -> line.contains("kind-")).map(String::strip))
        .hasSize(10)
        .startsWith("32  kind-31", "31  kind-30")
        .endsWith("23  kind-22");
    assertThat(report).contains("memberships  528");
  }

  @Test
  void theReportIsReadByPrograms() throws IOException {
    JsonNode json = json(evening());
    assertThat(json.get("duration_ms").asLong()).isEqualTo(240_000);
    assertThat(json.get("messages_per_minute")).hasSize(4);
    assertThat(json.get("speakers").get("new").asInt()).isEqualTo(3);
    assertThat(json.get("income").get("milli").get("CNY").asLong()).isEqualTo(228_500);
    assertThat(json.get("income").get("by_gift").get(0).get("name").asText()).isEqualTo("小花花");
    assertThat(json.get("super_chats").get(0).get("text").asText()).isEqualTo("加油");
    assertThat(json.get("quality").get("gaps").get(0).get("why").asText()).isEqualTo("reset");
  }

  @Test
  void escapeSequencesInNamesDoNotReachTheTerminal() throws IOException {
    Report report = report(record(List.of(chat(0, "\u001b[2J\u009b2Jevil", "x"))));
    assertThat(printed(report)).contains("evil").doesNotContain("\u001b", "\u009b");
  }

  @Test
  void fewMessagesAMinuteAreNotNone() throws IOException {
    List<LiveEvent> events = new ArrayList<>();
    for (int i = 0; i <= 50; i++) {
      events.add(chat(i * 108_000L, 1, "message " + i));
    }
    assertThat(printed(report(record(events)))).contains("messages     51, 0.6 a minute");
  }

  @Test
  void timesHaveOneFormAndHalfCharactersCostNoReport() throws IOException {
    Path foreign = dir.resolve("foreign.jsonl");
    String line =
        "{\"v\":1,\"type\":\"super_chat\",\"platform\":\"bilibili\",\"room\":\"1\","
            + "\"received\":\"2026-11-21T08:00:00Z\",\"user\":{\"name\":\"\\ud83dx\"},"
            + "\"text\":\"\\ude00\",\"value\":{\"milli\":1,\"currency\":\"CNY\"},\"seconds\":1}\n";
    Files.writeString(foreign, line);
    JsonNode json = json(report(Recording.open(foreign)));
    assertThat(json.get("from").asText()).isEqualTo("2026-11-21T08:00:00.000Z");
    assertThat(json.get("super_chats").get(0).get("name").asText()).isEqualTo("?x");
  }
}
