package io.github.danmuhub.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.HubConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files that docs/scale.md shows are such files. */
class ScaleDocTest {
  private static final Path DOC = Path.of(System.getProperty("danmu.root", ".."), "docs/scale.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(# (\\S+).*?)```");

  private static List<MatchResult> blocks() throws IOException {
    return BLOCK.matcher(Files.readString(DOC)).results().toList();
  }

  private static List<String> files(String name) throws IOException {
    return blocks().stream()
        .filter(block -> name.equals(block.group(2)))
        .map(block -> String.valueOf(block.group(1)))
        .toList();
  }

  @Test
  void aHubTakesThem() throws Exception {
    assertThat(files("danmu.yaml")).hasSizeGreaterThan(1);
    for (String file : files("danmu.yaml")) {
      HubConfig config = HubConfigReader.parse("docs/scale.md", file);
      assertThat(config.kafka()).isNotNull();
    }
  }

  @Test
  void theComposeFileIsYaml() throws IOException {
    assertThat(files("compose.yaml")).hasSize(1);
    Map<String, Object> compose = new Yaml().load(files("compose.yaml").get(0));
    assertThat(compose).containsKeys("services", "volumes");
  }
}
