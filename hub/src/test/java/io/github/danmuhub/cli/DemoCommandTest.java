package io.github.danmuhub.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.device.DevicesPart;
import io.github.danmuhub.rule.read.Checked;
import io.github.danmuhub.rule.read.RulesReader;
import io.github.danmuhub.stream.EventStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

  @Test
  void noColourGoesIntoAFile() {
    Run run = Run.danmu("demo", "--for", "2s", "--rate", "50", "--no-open");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("bilibili:545068", "douyin:80017709309")
        .doesNotContain("\u001b");
    assertThat(run.err()).contains("dashboard http://127.0.0.1:", "/settings/overlay", "cat room");
  }

  @Test
  void itsRulesFitItsCatToy() throws Exception {
    try (DemoToy toy = DemoToy.create();
        EventStream events = new EventStream()) {
      HubConfig config = toy.config(0);
      assertThat(new DevicesPart(config.devices(), events).doors()).isNotEmpty();
      String text = Files.readString(Path.of(requireNonNull(config.rules())));
      Checked rules = RulesReader.read(text, ActionKinds.all(config.devices()));
      assertThat(rules.faults()).isEmpty();
      assertThat(rules.rules().votes()).containsKey("toy");
    }
  }
}
