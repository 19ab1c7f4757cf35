package io.github.danmuhub.stats;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.superChat;
import static io.github.danmuhub.SampleEvents.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that jumps is told, and makes no broadcast ten years long. */
class ClockJumpTest {
  private static final long TEN_YEARS = Duration.ofDays(3_650).toMillis();
  private static final long DAYS = Duration.ofDays(3).toMillis();

  @TempDir Path dir = Path.of("");

  private Report report(LiveEvent... events) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (LiveEvent event : events) {
      lines.append(new String(EventWriter.write(new Numbered(0, event)), UTF_8)).append('\n');
    }
    Path file = Files.writeString(dir.resolve("chat.jsonl"), lines);
    return Statistics.of(Recording.open(file), Selection.ALL, 10, Progress.NONE);
  }

  private static String printed(Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.print(new PrintStream(out, true, UTF_8), Words.ENGLISH);
    return out.toString(UTF_8);
  }

  /** Without a time of the platform's. */
  private static Chat untimed(long at) {
    return Chat.of(Origin.ours("bilibili", "545068", START + at), user(1), "m" + at);
  }

  @Test
  void forwardByTenYears() throws IOException {
    Report report =
        report(
            untimed(0), untimed(9_000), untimed(TEN_YEARS + 10_000), untimed(TEN_YEARS + 29_000));
    assertThat(report.subject().durationMs()).isEqualTo(28_000);
    assertThat(report.quality().clockJumps())
        .containsExactly(new Report.ClockJump(START + 9_000, TEN_YEARS + 1_000));
    assertThat(report.messages().perMinute()).containsExactly(4);
    assertThat(printed(report))
        .contains(", for 0:00:28\n", "87600:00:01  our clock jumped forward at 0:00:09\n");
  }

  @Test
  void backByTwoHours() throws IOException {
    long back = -Duration.ofHours(2).toMillis();
    Report report = report(chat(0, 1, "a"), chat(5_000, 1, "b"), chat(back, 1, "c"));
    assertThat(report.subject().durationMs()).isEqualTo(5_000);
    assertThat(report.quality().clockJumps())
        .containsExactly(new Report.ClockJump(START + 5_000, back - 5_000));
    assertThat(printed(report)).contains("2:00:05  our clock jumped back at 0:00:05");
  }

  @Test
  void whatCameAfterItHasItsPlaceInTheRecording() throws IOException {
    Report report =
        report(
            untimed(0),
            superChat(TEN_YEARS, 1, "after", 30_000),
            gift(TEN_YEARS + 60_000, 1, "小花花", 1, 100),
            new Gap(
                origin(TEN_YEARS + 90_000),
                START + TEN_YEARS + 80_000,
                START + TEN_YEARS + 90_000,
                "reset"));
    assertThat(report.income().superChats().first())
        .extracting(Report.SuperChatLine::at)
        .containsExactly(START);
    assertThat(report.income().perMinute()).containsExactly(30_000L, 100L);
    assertThat(printed(report)).contains("gap at 0:01:20: reset");
  }

  @Test
  void aQuietRoomIsNoJumpWhereThePlatformsClockWentOnAsWell() throws IOException {
    Report report = report(chat(0, 1, "a"), chat(DAYS, 1, "b"));
    assertThat(report.subject().durationMs()).isEqualTo(DAYS);
    assertThat(report.quality().clockJumps()).isEmpty();
  }

  @Test
  void aTimeThatAGapExplainsIsNoJump() throws IOException {
    Gap gap = new Gap(Origin.ours("bilibili", "545068", START + DAYS), START, START + DAYS, "off");
    Report report = report(untimed(0), gap, untimed(DAYS + 1));
    assertThat(report.subject().durationMs()).isEqualTo(DAYS + 1);
    assertThat(report.quality().clockJumps()).isEmpty();
  }

  @Test
  void eventsThatOvertookEachOtherAreNoJump() throws IOException {
    Report report = report(untimed(0), untimed(1_000), untimed(990), untimed(1_005));
    assertThat(report.subject().durationMs()).isEqualTo(1_005);
    assertThat(report.quality().clockJumps()).isEmpty();
  }
}
