package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoCommandTest {

  @Test
  void noColourGoesIntoAFile() {
    Run run = Run.danmu("demo", "--for", "2s", "--rate", "50", "--no-open");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("bilibili:545068", "douyin:80017709309")
        .doesNotContain("\u001b");
    assertThat(run.err()).contains("dashboard http://127.0.0.1:", "/settings/overlay");
  }
}
