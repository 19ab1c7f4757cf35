package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.Python;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.simulator.Simulator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clients that the tutorials teach, changed only in their host. */
class BilibiliTutorialTest {
  private static final String CAPTURE = "bilibili/blive-ws/message.anon.bin";

  @Test
  void aTutorialsClientShowsAllChatsUnderTheRulesOf2022() throws Exception {
    List<String> lines = run(Rules.YEAR_2022, "30");
    assertThat(lines).filteredOn(line -> line.startsWith("chat ")).hasSize(134);
  }

  @Test
  void aTutorialsClientIsRefusedAsTodaysPlatformRefusesIt() throws Exception {
    List<String> lines = run(Rules.TODAY, "30");
    assertThat(lines).noneMatch(line -> line.startsWith("chat "));
    assertThat(lines).last().asString().startsWith("closed");
  }

  private static List<String> run(Rules rules, String seconds) throws Exception {
    try (Simulator simulator =
        Simulator.start(Platforms.all(), Replays.of("bilibili:545068", CAPTURE, rules))) {
      String url = simulator.uri().toString().replace("http", "ws") + "/sub";
      return Python.run("websockets", "tutorial/bilibili.py", url, "545068", "134", seconds);
    }
  }
}
