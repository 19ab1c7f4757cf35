package io.github.danmuhub.log.segment;

import static io.github.danmuhub.SampleEvents.chat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingReaderTest {
  /** So many that they are read in dozens of batches. */
  private static final int MANY = 20_000;

  @TempDir Path dir = Path.of("");

  /** What was written into {@link #file}, and what a reading of it must find. */
  private final List<Numbered> written = new ArrayList<>();

  private long torn;
  private long foreign;
  private long lines;
  private long firstBad;

  private Path file(int events) throws IOException {
    StringBuilder text = new StringBuilder();
    Random random = new Random(5);
    for (int i = 1; i <= events; i++) {
      Numbered event = new Numbered(i, chat(i, i, "弹".repeat(random.nextInt(30))));
      written.add(event);
      text.append(line(new String(EventWriter.write(event), UTF_8)));
      if (random.nextInt(200) == 0) {
        text.append(random.nextBoolean() ? tornLine() : foreignLine());
      }
    }
    return Files.writeString(dir.resolve("many.jsonl"), text, UTF_8);
  }

  private String line(String text) {
    lines++;
    return text + "\n";
  }

  private String tornLine() {
    torn++;
    return bad("{\"v\":1,\"type\":\"cha");
  }

  private String foreignLine() {
    foreign++;
    return bad("not ours");
  }

  private String bad(String text) {
    String line = line(text);
    firstBad = firstBad == 0 ? lines : firstBad;
    return line;
  }

  private static List<Numbered> rest(RecordingReader reader) throws IOException {
    List<Numbered> events = new ArrayList<>();
    for (Numbered event = reader.next(); event != null; event = reader.next()) {
      events.add(event);
    }
    return events;
  }

  @Test
  void whatIsReadOnSeveralCoresKeepsItsOrderAndItsFaults() throws IOException {
    Path file = file(MANY);
    try (RecordingReader reader = Recording.open(file).reader()) {
      assertThat(rest(reader)).isEqualTo(written);
      Phrase place = ReadReport.place(Path.of("many.jsonl"), firstBad);
      assertThat(reader.report())
          .isEqualTo(new ReadReport(MANY, torn, foreign, 0, place, 0, 0, null));
      assertThat(torn).isPositive();
      assertThat(foreign).isPositive();
      assertThat(reader.bytesRead()).isEqualTo(Files.size(file));
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void theReportCountsWhatWasHandedOnAndNotWhatWasReadAhead() throws IOException {
    try (RecordingReader reader = Recording.open(file(MANY)).reader()) {
      for (int i = 0; i < 5; i++) {
        assertThat(reader.next()).isEqualTo(written.get(i));
      }
      assertThat(reader.report()).isEqualTo(new ReadReport(5, 0, 0, 0, null, 0, 0, null));
      assertThat(reader.bytesRead()).isLessThan(1 << 20);
    }
  }

  @Test
  void aReaderClosedInTheMiddleLeavesNoThreadBehind() throws IOException {
    try (RecordingReader reader = Recording.open(file(MANY)).reader()) {
      assertThat(reader.next()).isNotNull();
    }
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().equals(ReadAhead.THREAD)));
  }

  @Test
  void aLineThatIsTooLongCostsNothingElse() throws IOException {
    byte[] tooLong = new byte[LineReader.LIMIT + 1];
    Path file = dir.resolve("long.jsonl");
    Files.write(file, EventWriter.write(new Numbered(1, chat(0, 1, "before"))));
    try (var out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      out.write('\n');
      out.write(tooLong);
      out.write('\n');
      out.write(EventWriter.write(new Numbered(2, chat(0, 1, "after"))));
    }
    try (RecordingReader reader = Recording.open(file).reader()) {
      assertThat(rest(reader)).extracting(Numbered::seq).containsExactly(1L, 2L);
      assertThat(reader.report())
          .isEqualTo(
              new ReadReport(2, 0, 1, 0, ReadReport.place(Path.of("long.jsonl"), 2), 0, 0, null));
    }
  }
}
