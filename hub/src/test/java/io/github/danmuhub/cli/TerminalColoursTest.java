package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.simulator.Simulator;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Colours are for a terminal, and not even there for who sets {@code NO_COLOR}. */
class TerminalColoursTest {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final String WIPED = "\r\u001b[K";

  private final Simulator simulator;

  TerminalColoursTest() throws IOException {
    simulator = Hosted.scripted(50, "bilibili:1");
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private String[] watch() {
    String there = simulator.uri().toString();
    return new String[] {"watch", "bilibili:1", "--limit", "5", "--simulator", there};
  }

  @Test
  void aTerminalHasColoursAndAStatusLine() {
    String screen = Run.inTerminal(Map.of("NO_COLOR", ""), watch()).out();
    assertThat(screen).containsPattern(COLOUR).contains(WIPED);
  }

  @Test
  void withNoColorTheStatusLineStaysAndNoColourDoes() {
    String screen = Run.inTerminal(Map.of("NO_COLOR", "1"), watch()).out();
    assertThat(screen).doesNotContainPattern(COLOUR).contains(WIPED);
  }

  @Test
  void aFileOrAPipeHasNeither() {
    assertThat(Run.danmu(watch()).out()).isNotEmpty().doesNotContain("\u001b");
  }
}
