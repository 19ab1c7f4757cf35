package io.github.danmuhub.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final String WIPED = "\r\u001b[K";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private ProgressBar bar(String what, boolean terminal) {
    PrintStream results = new PrintStream(out, true, UTF_8);
    PrintStream talk = new PrintStream(err, true, UTF_8);
    return new ProgressBar(new Console(results, talk, terminal), what);
  }

  private String drawn() {
    return err.toString(UTF_8);
  }

  @Test
  void itIsDrawnOncePerPercentAndWipedAtTheEnd() {
    try (ProgressBar bar = bar("chat.xml", true)) {
      bar.at(500, 1_000);
      bar.at(501, 1_000);
      assertThat(drawn())
          .isEqualTo(WIPED + "chat.xml " + "█".repeat(15) + "░".repeat(15) + " 50 %");
      bar.at(1_000, 1_000);
    }
    assertThat(drawn()).endsWith("█".repeat(30) + " 100 %" + WIPED);
    assertThat(out.size()).isZero();
  }

  @Test
  void nothingIsDrawnWhereNobodyLooks() {
    try (ProgressBar bar = bar("chat.xml", false)) {
      bar.at(500, 1_000);
    }
    assertThat(drawn()).isEmpty();
  }

  @Test
  void anEmptyRecordingIsDoneAtOnce() {
    try (ProgressBar bar = bar("chat.xml", true)) {
      bar.at(0, 0);
    }
    assertThat(drawn()).contains(" 100 %");
  }

  @Test
  void theNameOfAFileCommandsNothing() {
    try (ProgressBar bar = bar("\u001b]0;mine\u0007.xml", true)) {
      bar.at(1, 1);
    }
    assertThat(drawn().replace(WIPED, "")).startsWith("␛]0;mine␇.xml ");
  }
}
