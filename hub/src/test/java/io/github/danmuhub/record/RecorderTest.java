package io.github.danmuhub.record;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.origin;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.log.segment.SegmentFile;
import io.github.danmuhub.log.segment.SegmentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecorderTest {
  @TempDir Path dir = Path.of("");
  private final AtomicLong now = new AtomicLong(START);
  private final List<RecordingException> failures = new ArrayList<>();

  private Recorder open(LogOptions options) throws RecordingException {
    return Recorder.open(options, failures::add, now::get, SegmentFile::open);
  }

  private LogOptions options() {
    return LogOptions.of(dir);
  }

  private static List<Numbered> read(Path fileOrDir) throws IOException {
    return Readings.of(fileOrDir).numbered();
  }

  private static ReadReport report(Path fileOrDir) throws IOException {
    return Readings.of(fileOrDir).report();
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(dir)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasRecordedIsReadBackInOrder(Compression compression) throws IOException {
    try (Recorder recorder = open(options().withCompression(compression))) {
      for (int i = 0; i < 100; i++) {
        recorder.accept(chat(i, i, "弹幕 " + i));
      }
    }
    assertThat(read(dir))
        .extracting(Numbered::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
    assertThat(report(dir).clean()).isTrue();
    assertThat(files()).contains("20261121T080000Z-000000000001.jsonl" + compression.suffix());
  }

  @Test
  void numbersGoOnAcrossRestartsAndTheTimeBetweenIsAGap() throws IOException {
    try (Recorder recorder = open(options())) {
      recorder.accept(chat(0, 1, "before"));
    }
    now.addAndGet(60_000);
    try (Recorder recorder = open(options())) {
      recorder.accept(chat(60_000, 1, "after"));
      assertThat(recorder.lastSeq()).isEqualTo(3);
    }
    Gap gap = new Gap(originOfGap(), START, START + 60_000, "the recorder was not running");
    assertThat(read(dir))
        .containsExactly(
            new Numbered(1, chat(0, 1, "before")),
            new Numbered(2, gap),
            new Numbered(3, chat(60_000, 1, "after")));
  }

  private static Origin originOfGap() {
    return Origin.ours("bilibili", "545068", START + 60_000);
  }

  @Test
  void segmentsAreRotatedBySizeAndByTime() throws IOException {
    LogOptions small = options().withRotation(1_000, Duration.ofMinutes(10));
    try (Recorder recorder = open(small)) {
      for (int i = 0; i < 20; i++) {
        recorder.accept(chat(i, 1, "a message of some length"));
      }
      recorder.flush();
      int bySize = new SegmentFolder(dir).segments().size();
      assertThat(bySize).isGreaterThan(2);
      now.addAndGet(Duration.ofMinutes(10).toMillis());
      recorder.accept(chat(20, 1, "later"));
      recorder.flush();
      assertThat(new SegmentFolder(dir).segments()).hasSize(bySize + 1);
    }
    assertThat(read(dir)).hasSize(21);
  }

  @Test
  void aTornLastLineIsPassedOverAndTheRecordingGoesOn() throws IOException {
    try (Recorder recorder = open(options().withCompression(Compression.NONE))) {
      recorder.accept(chat(0, 1, "whole"));
    }
    Files.writeString(
        new SegmentFolder(dir).segments().get(0).path(), "{\"v\":1,\"type\":\"cha", UTF_8, APPEND);
    assertThat(report(dir).torn()).isEqualTo(1);
    now.addAndGet(1_000);
    try (Recorder recorder = open(options())) {
      recorder.accept(chat(0, 1, "next"));
    }
    assertThat(read(dir)).extracting(Numbered::seq).containsExactly(1L, 2L);
    assertThat(report(dir).words().toString())
        .isEqualTo(
            "2 events read, lines passed over: 1 torn (cut off or damaged there);"
                + " first: 20261121T080000Z-000000000001.jsonl.zst line 2");
  }

  @ParameterizedTest
  @EnumSource
  void aCutOffSegmentIsReadUpToTheCut(Compression compression) throws IOException {
    try (Recorder recorder = open(options().withCompression(compression))) {
      for (int i = 0; i < 10_000; i++) {
        recorder.accept(chat(i, i, Integer.toHexString(i * 31)));
      }
    }
    Path file = new SegmentFolder(dir).segments().get(0).path();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    ReadReport report = report(dir);
    assertThat(report.torn()).isPositive();
    assertThat(report.events()).isBetween(100L, 9_999L);
  }

  @Test
  void foreignAndNewerLinesAreCountedAndCostNothingElse() throws IOException {
    Path file = dir.resolve("mine.jsonl");
    String ours = new String(EventWriter.write(chat(0, 1, "a")), UTF_8);
    Files.writeString(
        file,
        ours + "\nhello\n{\"v\":2,\"type\":\"hologram\"}\n{\"ev\":\"open\"}\n\n" + ours,
        UTF_8);
    ReadReport report = report(file);
    assertThat(report)
        .isEqualTo(
            new ReadReport(2, 0, 2, 1, ReadReport.place(Path.of("mine.jsonl"), 2), 0, 0, null));
  }

  @Test
  void whatALaterWriterTellsWithinOurVersionIsCalledNewer() throws IOException {
    String ours = new String(EventWriter.write(chat(0, 1, "a")), UTF_8);
    Path file = dir.resolve("mine.jsonl");
    Files.writeString(
        file,
        ours.replace("\"chat\"", "\"hologram\"")
            + "\n"
            + ours.replace("\"scroll\"", "\"sideways\"")
                .replace("{\"v\":1,", "{\"v\":1,\"mode\":\"sideways\",")
            + "\n{\"v\":1,\"type\":\"chat\"}\n"
            + ours.replace("\"user\":{", "\"user\":{\"roles\":[\"member\",\"wizard\"],"),
        UTF_8);
    Readings readings = Readings.of(file);
    assertThat(readings.report())
        .isEqualTo(
            new ReadReport(1, 0, 1, 2, ReadReport.place(Path.of("mine.jsonl"), 1), 0, 0, null));
    assertThat(readings.events())
        .extracting(event -> ((Chat) event).user().roles())
        .containsExactly(Set.of(User.Role.MEMBER));
  }

  @Test
  void aRawMessageWithLineFeedsStaysOnOneLine() throws IOException {
    LiveEvent event = new Unknown(origin(0).withRaw(Raw.json("{\n \"cmd\":\n \"NEW\"\n}")), "NEW");
    try (Recorder recorder = open(options())) {
      recorder.accept(event);
    }
    assertThat(report(dir)).isEqualTo(new ReadReport(1, 0, 0, 0, null, 0, 0, null));
  }

  @Test
  void aSecondRecorderInOneFolderIsRefusedInOneLine() throws IOException {
    try (Recorder first = open(options())) {
      assertThatThrownBy(() -> open(options()))
          .isInstanceOf(RecordingException.class)
          .hasMessage("another danmu writes to " + dir + ": stop it, or choose another folder");
      first.accept(chat(0, 1, "unharmed"));
    }
    assertThat(read(dir)).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidInOneLine() throws IOException {
    Path file = Files.createFile(dir.resolve("file"));
    assertThatThrownBy(() -> open(LogOptions.of(file)))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "cannot record to "
                + file
                + ": a file of that name is in the way; choose another folder");
  }

  @Test
  void aReadOnlyFolderIsSaidInOneLine() {
    assumeTrue(
        dir.toFile().setWritable(false) && !Files.isWritable(dir), "root may write anywhere");
    assertThatThrownBy(() -> open(options()))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void whatIsRecordedReachesTheFileWithoutClosing() throws IOException {
    try (Recorder recorder = open(options())) {
      recorder.accept(chat(0, 1, "hello"));
      Awaitility.await().until(() -> !new SegmentFolder(dir).segments().isEmpty());
      Awaitility.await().untilAsserted(() -> assertThat(read(dir)).hasSize(1));
    }
  }

  @Test
  void readingMayStartAfterANumber() throws IOException {
    try (Recorder recorder = open(options().withRotation(500, Duration.ofDays(1)))) {
      for (int i = 0; i < 30; i++) {
        recorder.accept(chat(i, 1, "a message of some length"));
      }
    }
    try (RecordingReader reader = Recording.open(dir).reader(17)) {
      assertThat(reader.next()).extracting(Numbered::seq).isEqualTo(18L);
    }
  }

  @Test
  void aFolderWithoutARecordingIsSaidInOneLine() {
    assertThatThrownBy(() -> Recording.open(dir)).hasMessageStartingWith("no recording in " + dir);
    assertThatThrownBy(() -> Recording.open(dir.resolve("absent")))
        .hasMessage("cannot read " + dir.resolve("absent") + ": it is not there");
  }
}
