package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.simulator.Simulator;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SimulateCommandTest {
  private static final String ROOM = "bilibili:545068";

  @Test
  void aPortThatIsTakenIsToldInOneLineThatSaysWhatToDo() throws IOException {
    try (Simulator taken = Hosted.scripted(5, ROOM)) {
      String port = String.valueOf(taken.uri().getPort());
      Run run = Run.danmu("simulate", "--port", port, "--room", ROOM);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err())
          .hasLineCount(1)
          .startsWith("danmu: cannot listen on 127.0.0.1:" + port)
          .contains("choose another --port, or 0 for a free one")
          .doesNotContain("Exception");
    }
  }
}
