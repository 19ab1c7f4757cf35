package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.config.DeviceConfig;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.HubConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of the cat toy's, and every piece of YAML in its documents, is good. */
class CatToyFilesTest {
  private static final Path ROOT = Path.of(System.getProperty("danmu.root", ".."));
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

  @ParameterizedTest
  @ValueSource(strings = {"docs/cat-toy.md", "docs/cat-toy.zh-CN.md"})
  void whatTheDocumentsShowIsGood(String document) throws IOException {
    String text = Files.readString(ROOT.resolve(document));
    List<String> blocks = YAML.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
    assertThat(blocks).isNotEmpty();
    for (String block : blocks) {
      HubConfig config = HubConfigReader.parse(document, block);
      assertThat(config.devices()).containsKey("toy");
    }
  }

  @Test
  void theDocumentShowsEveryWay() throws IOException {
    String text = Files.readString(ROOT.resolve("docs/cat-toy.md"));
    String block = YAML.matcher(text).results().findFirst().orElseThrow().group(1);
    assertThat(HubConfigReader.parse("it", block).devices().values())
        .extracting(DeviceConfig::mqtt, DeviceConfig::serial)
        .hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "examples/cat-toy/danmu.yaml",
        "examples/cat-toy/original.yaml",
        "examples/scene.yaml"
      })
  void theRulesAreGood(String rules) {
    Run run = Run.danmu(List.of("rules", "check", ROOT.resolve(rules).toString()));
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void theRulesNameTheHubsOwnToy() {
    Run run =
        Run.danmu(
            List.of(
                "rules",
                "check",
                ROOT.resolve("examples/cat-toy/danmu.yaml").toString(),
                "--config",
                ROOT.resolve("examples/cat-toy/hub.yaml").toString()));
    assertThat(run.exit()).as(run.err()).isZero();
  }
}
