package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.export.AssKey;
import io.github.danmuhub.export.Exporters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The help of {@code danmu export} fits a screen, and its page shows every option at work. */
class ExportHelpTest {
  private static final Path PAGE =
      Path.of(System.getProperty("danmu.root", "..")).resolve("docs/export.md");

  @Test
  void itFitsOneScreenOfFortyLines() {
    Run run = Run.danmu("export", "--help");
    assertThat(run.lines().size()).isLessThanOrEqualTo(40);
    assertThat(run.lines()).allMatch(line -> line.length() <= 80);
    Exporters.ALL.forEach(exporter -> assertThat(run.out()).contains(exporter.id()));
  }

  @Test
  void keysOfSubtitlesHaveAHelpOfTheirOwn() throws IOException {
    Run run = Run.danmu("export", "--help", "ass");
    assertThat(run.exit()).isZero();
    AssKey.ALL.forEach(key -> assertThat(run.out()).contains("  " + key.name() + "="));
    String page = Files.readString(PAGE);
    AssKey.ALL.forEach(key -> assertThat(page).contains("`" + key.name() + "="));
  }

  /** Command lines of the page are run by DocsTest. */
  @Test
  void everyOptionStandsInACommandLineOfThePage() throws IOException {
    List<String> options =
        Pattern.compile("--[a-z-]+")
            .matcher(Run.danmu("export", "--help").out())
            .results()
            .map(MatchResult::group)
            .distinct()
            .filter(option -> !List.of("--help", "--version", "--debug", "--lang").contains(option))
            .toList();
    List<String> commands =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("danmu export")).toList();
    assertThat(options)
        .hasSizeGreaterThan(12)
        .allMatch(option -> commands.stream().anyMatch(line -> line.contains(option)));
  }
}
