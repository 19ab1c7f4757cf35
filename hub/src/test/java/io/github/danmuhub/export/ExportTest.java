package io.github.danmuhub.export;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    new Export(recording, XML, PLAIN.withForce()).to(out, Progress.NONE);
    assertThat(Files.readString(out)).startsWith("<?xml");
  }

  @Test
  void theRecordingItselfIsNeverOverwritten() throws IOException {
    Recording recording = Exported.recording(dir, List.of(chat(0, 1, "a")));
    assertThatThrownBy(
            () -> new Export(recording, XML, PLAIN.withForce()).to(recording.path(), Progress.NONE))
        .hasMessageEndingWith("is the recording itself: name another file");
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
    Selection one = new Selection(new RoomRef("bilibili", "1"), 0, Long.MAX_VALUE);
    new Export(recording, XML, PLAIN.withSelection(one)).to(out, Progress.NONE);
    assertThat(Files.readString(out)).contains(">b</d>").doesNotContain(">a</d>");
  }

  @Test
  void aSpanOfTimeStartsAtItsOwnZero() throws IOException {
    List<Chat> events = List.of(chat(0, 1, "a"), chat(60_000, 1, "b"), chat(90_000, 1, "c"));
    Selection later = new Selection(null, START + 60_000, START + 80_000);
    assertThat(Exported.file(dir, events, "xml", PLAIN.withSelection(later)))
        .contains("<d p=\"0.000,")
        .contains(">b</d>")
        .doesNotContain(">a</d>", ">c</d>");
  }

  @Test
  void nothingToExportIsSaidInOneLine() throws IOException {
    Recording recording = Exported.recording(dir, List.of(chat(0, 1, "a")));
    Selection none = new Selection(new RoomRef("douyin", "7"), 0, Long.MAX_VALUE);
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
    assertThat(seen.get(seen.size() - 1)).isEqualTo(recording.bytes());
  }

  @Test
  void everyFormatHasANameOfItsOwn() {
    assertThat(Exporters.ALL).extracting(Exporter::id).doesNotHaveDuplicates().hasSize(5);
  }
}
