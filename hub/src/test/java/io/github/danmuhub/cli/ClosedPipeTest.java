package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClosedPipeTest {
  private static final String ROOM = "bilibili:545068";

  private static String talkOf(String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(new ClosedPipe(), true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false);
    assertThat(Main.run(console, args)).isZero();
    return err.toString(UTF_8);
  }

  @Test
  void watchEndsSilentlyWhenNobodyReadsItAnyMore() throws IOException {
    try (Simulator simulator = Hosted.scripted(50, ROOM)) {
      String uri = simulator.uri().toString();
      assertThat(talkOf("watch", ROOM, "--simulator", uri)).isEmpty();
      assertThat(talkOf("watch", ROOM, "--simulator", uri, "--json")).isEmpty();
    }
  }

  @Test
  void theDemoEndsWhenNobodyReadsItAnyMore() {
    assertThat(talkOf("demo", "--rate", "50", "--no-open").lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("danmu: "), "says where things are, and of no failure");
  }
}
