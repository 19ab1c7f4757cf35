package io.github.danmuhub.cli;

import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.record.Recorder;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.record.index.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  private static final int CHATS = 200;

  @TempDir Path dir = Path.of("");

  private Path record(List<LiveEvent> events) throws RecordingException {
    Path folder = dir.resolve("r");
    LogOptions options =
        LogOptions.of(folder)
            .withRotation(4_000, Duration.ofHours(1))
            .withCompression(Compression.NONE);
    try (Recorder recorder = Recorder.open(options, e -> {})) {
      events.forEach(recorder);
    }
    return folder;
  }

  private static LiveEvent broadcast(long ms, Broadcast.State state) {
    return new Broadcast(origin("545068", ms), state);
  }

  @Test
  void aFileThatIsInTheWayIsToldBeforeTheFirstIsWritten() throws IOException {
    Path recording = record(List.of(chat(0, 1, "a")));
    Files.writeString(dir.resolve("r.ass"), "mine");
    Run run = Run.danmu("export", recording.toString(), "--to", "xml,ass");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("r.ass is there already");
    assertThat(dir.resolve("r.xml")).doesNotExist();
    assertThat(dir.resolve("r.ass")).hasContent("mine");
  }

  @Test
  void aRecordingOfTwoRoomsIsRefusedBeforeTheFirstFileIsThere() throws IOException {
    Path recording = record(List.of(chat(0, 1, "a"), Chat.of(origin("1", 1), user(2), "b")));
    Run run = Run.danmu("export", recording.toString(), "--to", "csv,ass");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("choose one with --room");
    assertThat(dir.resolve("r.csv")).doesNotExist();
  }

  @Test
  void whatWasPassedOverIsToldOnceHoweverManyFormatsThereAre() throws IOException {
    Path recording = record(List.of(chat(0, 1, "a")));
    Path segment = new SegmentFolder(recording).segments().get(0).path();
    Files.writeString(segment, "not ours\n{\"v\":1,\"ty", StandardOpenOption.APPEND);
    Run run =
        Run.danmu(
            "export", recording.toString(), "--to", "xml,ass,csv,json-dplayer,json-artplayer");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.lines()).hasSize(5);
    assertThat(run.err().lines())
        .containsExactly(
            "danmu: 1 event read, lines passed over: 1 torn (cut off or damaged there), 1"
                + " not ours; first: "
                + segment.getFileName()
                + " line 2");
  }

  @Test
  void whereNothingCanBeReadItIsToldWhatWasPassedOver() throws IOException {
    Path garbage = Files.writeString(dir.resolve("x.jsonl"), "junk\n{\"v\":2}\n{\"v\":1,\"ty");
    Run run = Run.danmu("export", garbage.toString(), "--to", "xml");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .hasLineCount(1)
        .contains("nothing to export", "0 events read, lines passed over: 1 torn", "1 not ours")
        .contains("1 of a newer version (use a newer danmu)", "first: x.jsonl line 1");
  }

  @Test
  void thereIsNoBroadcastOfNumberZero() throws IOException {
    Path recording = record(List.of(chat(0, 1, "a")));
    Run run = Run.danmu("export", recording.toString(), "--to", "xml", "--session", "0");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .hasLineCount(1)
        .contains("--session 0: 1 is the first broadcast, -1 the last");
  }

  @Test
  void aFormatNamedTwiceIsWrittenOnce() throws IOException {
    Path recording = record(List.of(chat(0, 1, "a")));
    Run run = Run.danmu("export", recording.toString(), "--to", "xml,xml");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.lines()).containsExactly(dir.resolve("r.xml").toString());
  }

  /** Three broadcasts; the second one's segments are in the middle. */
  private Path threeBroadcasts() throws RecordingException {
    List<LiveEvent> events = new ArrayList<>();
    for (int show = 0; show < 3; show++) {
      long begin = show * 1_000_000L;
      events.add(broadcast(begin, Broadcast.State.LIVE));
      for (int i = 1; i <= CHATS; i++) {
        events.add(chat(begin + i, 1, "show%d-%d".formatted(show, i)));
      }
      events.add(broadcast(begin + CHATS + 1, Broadcast.State.OFFLINE));
    }
    return record(events);
  }

  @Test
  void aBroadcastIsReadFromItsOwnSegmentsOnly() throws IOException {
    Path recording = threeBroadcasts();
    assertThat(new SegmentFolder(recording).segments()).hasSizeGreaterThan(10);
    assertThat(exported(recording)).hasSize(CHATS);
    String withIndex = Files.readString(dir.resolve("r.csv"));
    Session second = Recording.open(recording).sessions().get(1);
    long all;
    try (RecordingReader reader = Recording.open(recording).reader()) {
      all = reader.bytes();
    }
    try (RecordingReader reader = Recording.open(recording).reader(Selection.of(second))) {
      while (reader.next() != null) {
        assertThat(reader.report().events()).isLessThan(2 * CHATS);
      }
      assertThat(reader.bytesRead()).isEqualTo(reader.bytes()).isLessThan(all / 2);
    }
    for (String file : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(recording.resolve("index.sqlite" + file));
    }
    assertThat(exported(recording)).hasSize(CHATS);
    assertThat(dir.resolve("r.csv")).as("the same without an index").hasContent(withIndex);
  }

  private List<String> exported(Path recording) throws IOException {
    String csv = "export %s --to csv --session 2 --force";
    Run run = Run.danmu(csv.formatted(recording).split(" "));
    assertThat(run.exit()).as(run.err()).isZero();
    List<String> lines = Files.readAllLines(dir.resolve("r.csv"));
    assertThat(lines).noneMatch(line -> line.contains("show0") || line.contains("show2"));
    return lines.stream().filter(line -> line.contains("show1-")).toList();
  }
}
