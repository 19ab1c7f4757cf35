package io.github.danmuhub.export;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.SmallDisk;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.record.index.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {
  private static final ExportOptions PLAIN = ExportOptions.DEFAULTS;
  private static final Exporter XML = Exporters.named("xml").orElseThrow();

  @TempDir Path dir = Path.of("");

  @Test
  void anExistingFileIsRefusedWithoutForce() throws IOException {
    Recording recording = Exported.recording(dir, List.of(chat(0, 1, "a")));
    Path out = Files.writeString(dir.resolve("out.xml"), "mine");
    assertThatThrownBy(() -> new Export(recording, XML, PLAIN).to(out, Progress.NONE))
        .isInstanceOf(ExportException.class)
        .hasMessage(out + " is there already: name another file, or use --force");
    assertThat(out).hasContent("mine");
    new Export(recording, XML, PLAIN.withForce(true)).to(out, Progress.NONE);
    assertThat(Files.readString(out)).startsWith("<?xml");
  }

  @Test
  void theRecordingItselfIsNeverOverwritten() throws IOException {
    Recording recording = Exported.recording(dir, List.of(chat(0, 1, "a")));
    assertThatThrownBy(
            () ->
                new Export(recording, XML, PLAIN.withForce(true))
                    .to(recording.path(), Progress.NONE))
        .hasMessageEndingWith("is a file of the recording itself: name another file");
  }

  @Test
  void aRecordingOfTwoRoomsAsksWhichOne() throws IOException {
    List<LiveEvent> events =
        List.of(chat(0, 1, "a"), Chat.of(origin("1", 1), user(2), "b"), chat(2, 1, "c"));
    Recording recording = Exported.recording(dir, events);
    Path out = dir.resolve("out.xml");
    assertThatThrownBy(() -> new Export(recording, XML, PLAIN).to(out, Progress.NONE))
        .hasMessage("the recording holds bilibili:545068 and bilibili:1: choose one with --room");
    assertThat(dir).isDirectoryNotContaining("glob:**out.xml*");
    Selection one = Selection.ofRoom(new RoomRef("bilibili", "1"));
    new Export(recording, XML, PLAIN.withSelection(one)).to(out, Progress.NONE);
    assertThat(Files.readString(out)).contains(">b</d>").doesNotContain(">a</d>");
  }

  @Test
  void aSpanOfTimeStartsAtItsOwnZero() throws IOException {
    List<Chat> events = List.of(chat(0, 1, "a"), chat(60_000, 1, "b"), chat(90_000, 1, "c"));
    Selection later = new Selection(null, START + 60_000, START + 80_000, "");
    assertThat(Exported.file(dir, events, "xml", PLAIN.withSelection(later)))
        .contains("<d p=\"0.000,")
        .contains(">b</d>")
        .doesNotContain(">a</d>", ">c</d>");
  }

  @Test
  void nothingToExportIsSaidInOneLine() throws IOException {
    Recording recording = Exported.recording(dir, List.of(chat(0, 1, "a")));
    Selection none = Selection.ofRoom(new RoomRef("douyin", "7"));
    Export export = new Export(recording, XML, PLAIN.withSelection(none));
    assertThatThrownBy(() -> export.to(dir.resolve("x"), Progress.NONE))
        .hasMessageStartingWith("nothing to export");
  }

  @Test
  void progressGoesUpToTheWhole() throws IOException {
    List<Chat> events = IntStream.range(0, 5_000).mapToObj(i -> chat(i, i, "text")).toList();
    Recording recording = Exported.recording(dir, events);
    List<Long> seen = new ArrayList<>();
    new Export(recording, XML, PLAIN).to(dir.resolve("x"), (done, total) -> seen.add(done));
    assertThat(seen).isSorted().hasSizeGreaterThanOrEqualTo(6);
    assertThat(seen.get(seen.size() - 1)).isEqualTo(Files.size(recording.path()));
  }

  @Test
  void aSegmentOfTheRecordingIsNeverOverwritten() throws IOException {
    Path folder = Files.createDirectory(dir.resolve("recording"));
    Path segment = folder.resolve("20261121T080000Z-000000000001.jsonl");
    Files.move(Exported.recording(dir, List.of(chat(0, 1, "a"))).path(), segment);
    Export export = new Export(Recording.open(folder), XML, PLAIN.withForce(true));
    assertThatThrownBy(() -> export.to(segment, Progress.NONE))
        .hasMessage(segment + " is a file of the recording itself: name another file");
    assertThat(Files.readString(segment)).startsWith("{\"v\":1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20261121T080000Z-bilibili-1.frames.jsonl",
        "20261121T080000Z-000000000001.jsonl.zst",
        "20261121T080000Z-000000000001.jsonl.zst.part",
        "index.sqlite",
        "index.sqlite-wal",
        "index.sqlite-shm",
        "recorder.lock",
        ".recorder.lock"
      })
  void whatElseTheRecorderWritesIsNeverOverwrittenEither(String name) throws IOException {
    Path folder = Files.createDirectory(dir.resolve("recording"));
    Path segment = folder.resolve("20261121T080000Z-000000000001.jsonl");
    Files.move(Exported.recording(dir, List.of(chat(0, 1, "a"))).path(), segment);
    Export export = new Export(Recording.open(folder), XML, PLAIN.withForce(true));
    Path own = folder.resolve(name);
    Path around = folder.resolve("..").resolve("recording").resolve(name);
    assertThatThrownBy(() -> export.to(own, Progress.NONE)).hasMessageContaining("itself");
    Files.writeString(own, "own");
    Path link = Files.createSymbolicLink(dir.resolve("link.xml"), own);
    for (Path file : List.of(own, around, link)) {
      assertThatThrownBy(() -> export.to(file, Progress.NONE))
          .hasMessage(file + " is a file of the recording itself: name another file");
    }
    assertThat(own).hasContent("own");
  }

  @Test
  void aFolderIsNeverReplaced() throws IOException {
    Recording recording = Exported.recording(dir, List.of(chat(0, 1, "a")));
    Path folder = Files.createDirectory(dir.resolve("out.xml"));
    assertThatThrownBy(
            () -> new Export(recording, XML, PLAIN.withForce(true)).to(folder, Progress.NONE))
        .hasMessage(folder + " is a folder: name a file");
    assertThat(folder).isDirectory();
  }

  @Test
  void whatCannotBeWrittenIsSaidInOneLine() throws IOException {
    Recording recording = Exported.recording(dir, List.of(chat(0, 1, "a")));
    Export export = new Export(recording, XML, PLAIN);
    Path nowhere = dir.resolve("absent").resolve("out.xml");
    assertThatThrownBy(() -> export.to(nowhere, Progress.NONE))
        .isInstanceOf(ExportException.class)
        .hasMessage("cannot write " + nowhere + ": its folder is not there");
    Path inAFile = recording.path().resolve("out.xml");
    assertThatThrownBy(() -> export.to(inAFile, Progress.NONE))
        .isInstanceOf(ExportException.class)
        .hasMessage("cannot write " + inAFile + ": Not a directory");
  }

  @Test
  void aFullDiskIsSaidInOneLine() throws IOException {
    Recording recording = Exported.recording(dir, List.of(chat(0, 1, "a")));
    try (SmallDisk disk = SmallDisk.mount(dir, 256 << 10)) {
      disk.fill(0);
      Path out = disk.dir().resolve("out.xml");
      assertThatThrownBy(() -> new Export(recording, XML, PLAIN).to(out, Progress.NONE))
          .isInstanceOf(ExportException.class)
          .hasMessageEndingWith("the disk is full; free some space, or name a file elsewhere");
      assertThat(disk.dir()).isDirectoryNotContaining(file -> file.toString().contains(".part"));
    }
  }

  @Test
  void aFileThatHappensToBeCalledPartIsLeftAlone() throws IOException {
    Recording recording = Exported.recording(dir, List.of(chat(0, 1, "a")));
    Path theirs = Files.writeString(dir.resolve("out.xml.part"), "theirs");
    new Export(recording, XML, PLAIN).to(dir.resolve("out.xml"), Progress.NONE);
    assertThat(theirs).hasContent("theirs");
    assertThat(dir.resolve("out.xml")).content().contains(">a</d>");
    assertThat(dir.resolve("out.xml.part2")).doesNotExist();
  }

  @Test
  void aBroadcastWhoseTitleWasToldBeforeItHasItAllTheSame() throws IOException {
    Session session =
        new Session(
            2,
            new RoomRef("bilibili", "545068"),
            "第二场",
            START + 10,
            START + 99,
            true,
            START + 99,
            List.of());
    List<Chat> events = List.of(chat(0, 1, "a"), chat(10, 1, "b"), chat(100, 1, "c"));
    assertThat(Exported.file(dir, events, "xml", PLAIN.withSelection(Selection.of(session))))
        .contains("title=\"第二场\"")
        .contains(">b</d>")
        .doesNotContain(">a</d>", ">c</d>");
  }

  @Test
  void everyFormatHasANameOfItsOwn() {
    assertThat(Exporters.ALL)
        .extracting(Exporter::id)
        .doesNotHaveDuplicates()
        .doesNotHaveDuplicates()
        .contains("xml", "ass", "srt", "csv", "jsonl");
  }
}
