package io.github.danmuhub.record;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.broadcast;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.room;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFile;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.record.index.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a folder should hold and does not is told by the number of its events. */
class MissingEventsTest {
  @TempDir Path dir = Path.of("");

  /** Three segments, of 10, 20 and 30 events. */
  private List<Segment> threeSegments(Compression compression) throws IOException {
    AtomicLong now = new AtomicLong(START);
    LogOptions options =
        LogOptions.of(dir).withCompression(compression).withRotation(1 << 20, Duration.ofHours(1));
    try (Recorder recorder = Recorder.open(options, e -> {}, now::get, SegmentFile::open)) {
      for (int events = 10; events <= 30; events += 10) {
        for (int i = 0; i < events; i++) {
          recorder.accept(chat(now.get() - START + i, i, "m" + i));
        }
        recorder.flush();
        now.addAndGet(Duration.ofHours(1).toMillis());
      }
    }
    List<Segment> segments = new SegmentFolder(dir).segments();
    assertThat(segments).extracting(Segment::firstSeq).containsExactly(1L, 11L, 31L);
    return segments;
  }

  private ReadReport read() throws IOException {
    return Recording.open(dir).read(Selection.ALL, Progress.NONE, event -> {});
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 0, 10",
    "ZSTD, 0, 10",
    "NONE, 1, 20",
    "GZIP, 1, 20",
    "NONE, 2, 30",
    "ZSTD, 2, 30"
  })
  void aSegmentOfNoBytesIsToldWithTheNumberOfItsEvents(Compression packed, int which, int events)
      throws IOException {
    Path emptied = threeSegments(packed).get(which).path();
    Files.write(emptied, new byte[0]);
    ReadReport report = read();
    assertThat(report.missing()).isEqualTo(events);
    assertThat(report.words().toString())
        .isEqualTo(
            "%d events read; missing: %d events; nothing is in %s"
                .formatted(60 - events, events, emptied.getFileName()));
  }

  @Test
  void theLastSegmentOfNoBytesIsToldAlsoWhereNoIndexKnowsHowManyItHeld() throws IOException {
    Path emptied = threeSegments(Compression.NONE).get(2).path();
    Files.write(emptied, new byte[0]);
    Files.delete(dir.resolve("index.sqlite"));
    assertThat(read().words().toString())
        .isEqualTo("30 events read; nothing is in " + emptied.getFileName());
  }

  @ParameterizedTest
  @EnumSource(names = {"ZSTD", "GZIP"})
  void aPackedSegmentThatIsCutIsMissingItsRest(Compression packed) throws IOException {
    Path cut = threeSegments(packed).get(1).path();
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    ReadReport report = read();
    assertThat(report.torn()).isEqualTo(1);
    assertThat(report.events() + report.missing()).isEqualTo(60);
  }

  @Test
  void aSegmentThatIsNotThereIsMissingButTheFirstOnesMayHaveBeenMovedAway() throws IOException {
    List<Segment> segments = threeSegments(Compression.NONE);
    Files.delete(segments.get(1).path());
    assertThat(read().missing()).isEqualTo(20);
    Files.delete(segments.get(0).path());
    assertThat(read().missing()).isZero();
  }

  @Test
  void aBroadcastThatIsReadAloneMissesNothing() throws IOException {
    AtomicLong now = new AtomicLong(START);
    LogOptions options = LogOptions.of(dir).withCompression(Compression.NONE);
    try (Recorder recorder = Recorder.open(options, e -> {}, now::get, SegmentFile::open)) {
      for (int i = 0; i < 5; i++) {
        long at = now.get() - START;
        recorder.accept(room(at, "t" + i));
        recorder.accept(broadcast(at + 1, State.LIVE));
        recorder.accept(chat(at + 2, 1, "m"));
        recorder.accept(broadcast(at + 3, State.OFFLINE));
        recorder.flush();
        now.addAndGet(Duration.ofHours(1).toMillis());
      }
    }
    Recording recording = Recording.open(dir);
    for (Session session : recording.sessions()) {
      ReadReport report = recording.read(Selection.of(session), Progress.NONE, event -> {});
      assertThat(report.clean()).as(report.words().toString()).isTrue();
    }
  }

  @Test
  void aHoleOfARestartIsNoLossAndOneOfALossIs() throws IOException {
    write(1, 1, 2, 3);
    write(1_000_000_004, 1_000_000_004, 1_000_000_005);
    assertThat(read().clean()).isTrue();
    write(1_000_000_010, 1_000_000_012);
    assertThat(read().missing()).isEqualTo(6);
  }

  private Path write(long first, long... seqs) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (long seq : seqs) {
      lines.append(line(seq));
    }
    return Files.writeString(Segment.create(dir, START, first).path(), lines);
  }

  private static String line(long seq) {
    return new String(EventWriter.write(new Numbered(seq, chat(0, 1, "m"))), UTF_8) + "\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9223372036854775807", "-1", "1000000000000000000", "99999999999999999999"})
  void aNumberThatNobodyGivesIsNotReadAndNotGoneOnFrom(String seq) throws IOException {
    Path segment = write(1, 1);
    Files.writeString(segment, line(1) + line(2).replace("\"seq\":2", "\"seq\":" + seq));
    assertThat(read())
        .isEqualTo(
            new ReadReport(1, 0, 1, 0, ReadReport.place(segment.getFileName(), 2), 0, 0, null));
    try (Recorder recorder = Recorder.open(LogOptions.of(dir), e -> {})) {
      assertThat(recorder.lastSeq()).isEqualTo(1);
    }
  }

  @Test
  void aRecordingWhoseNumbersAreUsedUpIsNotGoneOnWith() throws IOException {
    write(Numbered.LAST, Numbered.LAST);
    assertThat(read().clean()).isTrue();
    assertThatThrownBy(() -> Recorder.open(LogOptions.of(dir), e -> {}))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "the numbers of "
                + dir
                + " are used up: its last event is 999999999999999999; choose another folder");
  }
}
