package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.record.Recorder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code danmu stats --html}. */
class StatsHtmlTest {
  private final Path dir;
  private final Path recording;

  StatsHtmlTest(@TempDir Path dir) {
    this.dir = dir;
    this.recording = dir.resolve("recording");
  }

  @BeforeEach
  void record() throws Exception {
    try (Recorder recorder = Recorder.open(LogOptions.of(recording), e -> {})) {
      recorder.accept(SampleEvents.room(0, "晚上好"));
      recorder.accept(SampleEvents.chat(1, 1, "hello"));
    }
  }

  private static Run stats(Path recording, Path page, String... more) {
    String[] args = {"stats", recording.toString(), "--html", page.toString()};
    String[] all = new String[args.length + more.length];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Run.danmu(all);
  }

  @Test
  void theFileIsWrittenAndNamedInTheReadersLanguage() throws Exception {
    Path page = dir.resolve("report.html");
    Run run = stats(recording, page, "--lang", "zh");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(page + System.lineSeparator());
    assertThat(Files.readString(page)).contains("晚上好", "每分钟弹幕");
    assertThat(dir.resolve("report.html.part")).doesNotExist();
  }

  @Test
  void itIsWrittenBesideTheJsonToo() {
    Path page = dir.resolve("report.html");
    Run run = stats(recording, page, "--json");
    assertThat(run.out()).startsWith("{\"v\":1");
    assertThat(page).exists();
  }

  @Test
  void aFolderThatIsNotThereIsToldInOneLine() {
    Run run = stats(recording, dir.resolve("nowhere").resolve("report.html"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines().filter(line -> line.startsWith("danmu: "))).hasSize(1);
    assertThat(run.err()).contains("nowhere");
  }

  @Test
  void whatIsThereStaysUnlessItMayBeReplaced() throws Exception {
    Path page = Files.writeString(dir.resolve("report.html"), "mine");
    Run run = stats(recording, page);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("is there already: name another file, or use --force");
    assertThat(Files.readString(page)).isEqualTo("mine");
    assertThat(stats(recording, page, "--force").exit()).isZero();
    assertThat(Files.readString(page)).contains("<!doctype html>");
  }

  @Test
  void aFileOfTheRecordingIsNeverReplaced() {
    Run run = stats(recording, recording.resolve("log.json"), "--force");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("is a file of the recording itself");
    assertThat(stats(recording, dir, "--force").err()).contains("is a folder: name a file");
  }

  @Test
  void aRecordingOfNothingIsToldInOneLine() throws Exception {
    Path empty = Files.createFile(dir.resolve("empty.jsonl"));
    Run run = stats(empty, dir.resolve("report.html"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("holds no event: 0 events read");
    assertThat(dir.resolve("report.html")).doesNotExist();
  }
}
