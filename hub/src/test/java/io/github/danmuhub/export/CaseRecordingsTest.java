package io.github.danmuhub.export;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.danmuhub.export.FactoryReader.Shown;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.testing.Captures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Recordings out of people's bug reports: each gives what the notes beside them say. */
class CaseRecordingsTest {
  private static final RoomRef ROOM = new RoomRef("bilibili", "1");
  private static final Map<String, Expectation> NOTES =
      Map.of(
          "gift_guard_sc.jsonl", CaseRecordingsTest::readersOfXmlReadItWhole,
          "sc_colours_retract.jsonl", CaseRecordingsTest::superChatsLookAsOnThePlatform);

  @TempDir Path dir = Path.of("");

  /** What the notes say of a file. */
  private interface Expectation {
    void check(Exports exports) throws Exception;
  }

  /** The recording in a format, by {@code --to}'s name. */
  private interface Exports {
    String to(String format, ExportOptions options) throws IOException;
  }

  static Stream<Arguments> files() throws IOException {
    try (Stream<Path> files = Files.list(Captures.dir().resolve("cases/recordings"))) {
      return files.sorted().map(file -> arguments(file.getFileName(), file)).toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void everyFileGivesWhatItsNotesSay(Path name, Path file) throws Exception {
    assertThat(NOTES).as("what the notes say").containsKey(name.toString());
    Expectation notes = requireNonNull(NOTES.get(name.toString()));
    Recording recording = Recording.open(file);
    notes.check((format, options) -> export(recording, format, options));
  }

  private String export(Recording recording, String format, ExportOptions options)
      throws IOException {
    Path out = dir.resolve("out." + format);
    ExportOptions one = options.withSelection(Selection.ofRoom(ROOM)).withForce(true);
    new Export(recording, Exporters.named(format).orElseThrow(), one).to(out, Progress.NONE);
    return Files.readString(out);
  }

  private static void readersOfXmlReadItWhole(Exports exports) throws Exception {
    for (boolean raw : new boolean[] {false, true}) {
      String xml = exports.to("xml", ExportOptions.DEFAULTS.withRaw(raw));
      assertThat(FactoryReader.read(xml))
          .containsExactly(
              new Shown("gift", "甲", "小花花", 2, 100, ""),
              new Shown("guard", "乙", "舰长", 1, 138_000, ""),
              new Shown("sc", "丙", "", -1, 30_000, "三十元"),
              new Shown("d", "丙", "", -1, -1, "你好"));
      assertThat(ConvertReader.read(xml))
          .containsExactly(
              "d 8.0 1 你好", "gift 甲 小花花 x2 100", "guard 乙 舰长 x1 138000", "sc 丙 CNY 30 三十元");
    }
  }

  private static void superChatsLookAsOnThePlatform(Exports exports) throws Exception {
    String ass = exports.to("ass", ExportOptions.DEFAULTS);
    assertThat(boxes(ass))
        .anyMatch(line -> line.matches("0:00:10.00,0:00:20.00,.*&HB2602A&.*")) // taken back
        .anyMatch(line -> line.matches("0:00:12.00,1:00:12.00,.*&H4D4DE5&.*"))
        .hasSize(4);
    assertThat(ass)
        .contains("Title: 标题 :/\\?*|<>\"\n", "甲\\h¥30", "丙\\h4.99\\hUSD", "丁\\h2000\\hJPY")
        .contains("\\c&H000000&\\3c&HFFFFFF&}黑色", "}半个代理对尾");
    assertThat(exports.to("xml", ExportOptions.DEFAULTS)).doesNotContain("三十元").contains("一千元");
  }

  /** The grounds of boxes, from their times on. */
  private static List<String> boxes(String ass) {
    return ass.lines()
        .filter(line -> line.startsWith("Dialogue: 2,"))
        .map(line -> line.substring("Dialogue: 2,".length()))
        .toList();
  }
}
