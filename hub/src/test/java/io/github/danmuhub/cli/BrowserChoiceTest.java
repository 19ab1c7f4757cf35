package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

class BrowserChoiceTest {
  @Command(name = "any")
  private static final class Any {
    @Mixin BrowserChoice choice = new BrowserChoice();

    @Parameters String room = "";
  }

  private static Any parsed(String... words) {
    Any any = new Any();
    new CommandLine(any).parseArgs(words);
    return any;
  }

  @Test
  void theWordBehindTheOptionIsTheRoom() {
    Any any = parsed("--browser", "douyin:1");
    assertThat(any.room).isEqualTo("douyin:1");
    assertThat(any.choice.isAskedFor()).isTrue();
    assertThat(any.choice.options().program()).isNull();
    assertThat(parsed("douyin:1", "--browser").choice.isAskedFor()).isTrue();
  }

  @Test
  void aProgramIsAttachedToTheOption() {
    Any any = parsed("--browser=/opt/chromium", "douyin:1");
    assertThat(any.room).isEqualTo("douyin:1");
    assertThat(any.choice.options().program()).hasToString("/opt/chromium");
  }

  @Test
  void withoutItNobodyAsksForABrowser() {
    assertThat(parsed("douyin:1").choice.isAskedFor()).isFalse();
  }
}
