package io.github.danmuhub.cli;

import static io.github.danmuhub.SampleEvents.chat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subtitles that fit a video: {@code --offset}, {@code --from}, {@code --to}, its start. */
class ExportTimingTest {
  @TempDir Path dir = Path.of("");

  /** From 2026-11-21T08:00:00Z on: the title, and a message every ten seconds. */
  @BeforeEach
  void record() throws IOException {
    List<LiveEvent> events = new ArrayList<>(List.of(SampleEvents.room(0, "标题")));
    for (int second = 10; second <= 60; second += 10) {
      events.add(chat(second * 1_000L, 1, "at " + second));
    }
    List<byte[]> lines = events.stream().map(e -> EventWriter.write(new Numbered(0, e))).toList();
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(new String(line, UTF_8)).append('\n'));
    Files.writeString(dir.resolve("r.jsonl"), text);
  }

  /** What stands in the file, as {@code seconds text}. */
  private List<String> exported(String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("export", dir.resolve("r.jsonl").toString()));
    args.addAll(List.of("--to", "xml", "--force"));
    args.addAll(List.of(options));
    Run run = Run.danmu(args);
    assertThat(run.exit()).as(run.err()).isZero();
    String xml = Files.readString(dir.resolve("r.xml"));
    assertThat(xml).contains("title=\"标题\"");
    return xml.lines()
        .filter(line -> line.startsWith("<d "))
        .map(line -> line.replaceFirst("<d p=\"([0-9.]+),.*>at (\\d+)<.*", "$1 $2"))
        .toList();
  }

  @Test
  void aPartCountsFromItsOwnBeginning() throws IOException {
    assertThat(exported("--from", "0:20", "--to", "40"))
        .containsExactly("0.000 20", "10.000 30", "20.000 40");
    assertThat(exported("--from", "2026-11-21T16:00:45+08:00"))
        .containsExactly("5.000 50", "15.000 60");
  }

  @Test
  void aVideoThatBeganLaterHasNothingFromBefore() throws IOException {
    assertThat(exported("--video-start", "2026-11-21T08:00:42.500Z"))
        .containsExactly("7.500 50", "17.500 60");
    assertThat(exported("--video-start", "2026-11-21T07:59:00Z", "--from", "1:45", "--to", "1:55"))
        .containsExactly("110.000 50");
  }

  @Test
  void anOffsetMovesEverything() throws IOException {
    assertThat(exported("--offset", "1.25", "--from", "45"))
        .containsExactly("6.250 50", "16.250 60");
    assertThat(exported("--video-start", "2026-11-21T08:00:42Z", "--offset", "-10"))
        .containsExactly("8.000 60");
    assertThat(exported("--offset=-10")).first().isEqualTo("0.000 10");
  }

  @Test
  void theStartIsReadFromTheNamesOfTheUsualRecorders() throws IOException {
    for (String name :
        List.of(
            "录制-545068-20261121-160030-000-标题.flv",
            "blive_545068_2026-11-21-080030.flv",
            "2026-11-21 08-00-30-000 标题.mp4",
            "主播2026-11-21 08_00_30标题.flv",
            "主播_标题_2026-11-21_08-00-30.ts",
            "[2026-11-21 08-00-30][主播][标题].flv",
            "2026-11-21 08-00-30.mkv")) {
      assertThat(exported("--video-start", name, "--zone", "UTC", "--to", "15"))
          .as(name)
          .containsExactly("0.000 30", "10.000 40");
    }
  }

  @Test
  void whatIsNoTimeIsToldInOneLine() {
    String file = dir.resolve("r.jsonl").toString();
    for (List<String> wrong :
        List.of(
            List.of("--from", "soon"),
            List.of("--video-start", "video.mp4"),
            List.of("--to", "9:99:99:99"))) {
      List<String> args = new ArrayList<>(List.of("export", file, "--to", "xml"));
      args.addAll(wrong);
      Run run = Run.danmu(args);
      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.err()).hasLineCount(1).contains(wrong.get(0));
    }
  }
}
