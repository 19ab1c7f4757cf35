package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.intake.Intake;
import io.github.danmuhub.intake.IntakeSettings;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.testing.Captures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages and frames of a platform as inputs of {@code export} and {@code stats}. */
class IntakeFilesTest {
  private static final long START = Instant.parse("2026-11-21T08:00:00Z").toEpochMilli();

  @TempDir Path dir = Path.of("");

  private record Read(List<LiveEvent> events, ReadReport report) {
    static Read of(Path file) throws IOException {
      IntakeSettings settings = new IntakeSettings(null, ZoneOffset.UTC, Platforms.all());
      List<LiveEvent> events = new ArrayList<>();
      try (EventReading reading = new Intake(settings).open(file).open(Selection.ALL)) {
        for (Numbered n = reading.next(); n != null; n = reading.next()) {
          events.add(n.event());
        }
        return new Read(events, reading.report());
      }
    }

    <T> List<T> all(Class<T> type) {
      return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }

  @Test
  void rawMessagesHaveThePlatformsTimes() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("blive_545068_2026-11-21-075959.jsonl"),
            """
            {"cmd":"SEND_GIFT","data":{"giftId":1,"giftName":"花","num":2,"coin_type":"gold","total_coin":200,"price":100,"tid":"7","timestamp":1795248001,"uid":3,"uname":"乙"}}
            not a message
            {"cmd":"SEND_GIFT","data":{"giftId"
            {"cmd":"GUARD_BUY","data":{"uid":4,"username":"丙","guard_level":3,"num":1,"price":198000,"gift_name":"舰长","start_time":1795248002}}
            {"cmd":"USER_TOAST_MSG","data":{"uid":4,"username":"丙","guard_level":3,"num":1,"price":138000,"role_name":"舰长","unit":"月","start_time":1795248002}}
            {"cmd":"SEND_GIFT","data":{"giftId":1,"giftName":"花","num":1,"coin_type":"gold","total_coin":100,"price":100,"tid":"8","timestamp":1795248060,"uid":3,"uname":"乙"}}
            """);
    Read read = Read.of(file);
    assertThat(read.all(Gift.class))
        .extracting(Gift::value)
        .containsExactly(new Money(200, "CNY"), new Money(100, "CNY"));
    assertThat(read.all(Membership.class))
        .extracting(Membership::value)
        .containsExactly(new Money(138_000, "CNY"));
    assertThat(read.events)
        .extracting(e -> e.origin().received())
        .isSorted()
        .first()
        .isEqualTo(START + 1_000);
    assertThat(read.events.get(0).origin().room()).isEqualTo("545068");
    assertThat(read.report.foreign()).isEqualTo(2);
    assertThat(read.report.first()).asString().endsWith(" line 2");
  }

  @Test
  void aRealFileOfRawMessagesIsRead() throws IOException {
    Read read = Read.of(Captures.dir().resolve("cases/inspect/raw_commands.jsonl"));
    assertThat(read.events).isNotEmpty();
  }

  @Test
  void aCaptureOfFramesIsHeardAgain() throws IOException {
    String gift =
        "{\"cmd\":\"SEND_GIFT\",\"data\":{\"giftId\":1,\"giftName\":\"花\",\"num\":2,"
            + "\"coin_type\":\"gold\",\"total_coin\":200,\"tid\":\"7\",\"uid\":3,\"uname\":\"乙\"}}";
    String open =
        "{\"v\":1,\"ev\":\"open\",\"c\":1,\"t\":%d,\"url\":\"wss://x/sub\",\"platform\":\"bilibili\",\"room\":\"1\"}\n";
    String message = "{\"ev\":\"msg\",\"c\":1,\"t\":%d,\"dir\":\"recv\",\"op\":2,\"b64\":\"%s\"}\n";
    Path file =
        Files.writeString(
            dir.resolve("x.frames.jsonl"),
            open.formatted(START)
                + message.formatted(START + 2_000, frame(gift))
                + "{\"ev\":\"msg\",\"c\":1,\"t\":1,\"b6");
    Read read = Read.of(file);
    assertThat(read.all(Gift.class)).hasSize(1);
    assertThat(read.events.get(0).origin().received()).isEqualTo(START + 2_000);
    assertThat(read.report.foreign()).isEqualTo(1);
  }

  private static String frame(String message) {
    Dissector dissector = Dissector.of(Platforms.all().get(0));
    ByteBuffer frame = Objects.requireNonNull(dissector.frameOf(message.getBytes(UTF_8)));
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
